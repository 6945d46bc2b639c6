"""How far an answer spreads: quantities as quantiles, and chances that are uncertain themselves."""
