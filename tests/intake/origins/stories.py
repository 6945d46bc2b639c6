"""Reports made up for tests: an original, what others made of it, and what is none of it."""

ORIGINAL = """MAJURA, May 3 – The Republic of Tarvia will send 640 engineers to the mission in \
Oltania by the end of June, its defence minister, Ilse Karnov, said on Friday, after 14 weeks of \
talks.

“We shall mend the bridges first and count the guns later,” Karnov told reporters in Majura. \
Tarvia had offered 300 in January, and withdrew the offer when a convoy was shot at near Pelim.

Of the 27 bridges over the river Saule nineteen are down. Repairs will cost 84 million dollars, \
half of which Norland has promised."""
LIGHT = """MAJURA, May 3 – The Republic of Tarvia is to send 640 engineers to the mission in \
Oltania by the end of June, defence minister Ilse Karnov said on Friday, after 14 weeks of \
negotiations.

“We shall mend the bridges first and count the guns later,” Karnov told journalists in Majura. \
Tarvia had offered 300 in January and withdrew that offer when a convoy was shot at near Pelim.

Of the 27 bridges across the river Saule nineteen are down. Repairs will cost 84 million \
dollars, half of which Norland has promised."""
REWRITTEN = """Bridges before guns: with these priorities Tarvia goes to Oltania. By late June \
640 of its sappers are due there, Ilse Karnov announced on Friday.

An earlier promise of 300 was taken back after shots at a convoy outside Pelim. “We shall mend \
the bridges first,” the minister said. There are 27 of them on the Saule, and 19 cannot be used. \
Norland pays half of the 84 million dollars."""
INDEPENDENT = """In the harbour of Majura the engineers already load their lorries. Corporal \
Dana Weil counts crates of cable, 212 so far, and says that nobody has told her where they go.

“They tell us it will be hot,” she says. Her brother served in Oltania nine years ago and came \
home with malaria. Opposition members complain that Ilse Karnov has not said what happens when \
the mandate ends; the committee meets again in September."""
OTHER = """The price of wheat rose by 3.4 per cent in Harle on Tuesday. Traders blamed a dry \
spring and a strike of 1,150 dockers, which enters its fifth week.

Ministers of the seven grain states meet in Dorn. A spokesman said that stocks would last until \
October, and that “no one will queue for bread”."""
NOTICE = """This website uses small files to remember what you like. By reading on you accept \
that we keep them for twelve months and share them with 140 partners of the Majura Media Group, \
who may show you things that others pay for. You can change your mind at any time under the link \
at the foot of the page, where you also find the address of the person who looks after such \
questions in our house."""
