// Switches in words.

import type { Switches } from "../state/address";
import { words } from "../words";

/** Return what is switched, one thing after the other. */
export function nameSwitches(switches: Switches, names: Record<string, string>): string {
  const say = words.whatIf;
  const isParty = (id: string) => /^[A-Z]{3}$|^X[A-Z0-9]{2,}$/.test(id);
  return [
    ...Object.entries(switches.suppose).map(([id, truth]) => {
      const what = isParty(id) ? (truth ? say.whatever : say.staysOut) : truth ? say.holds : say.fails;
      return `${names[id] ?? id}: ${what}`;
    }),
    ...switches.decides.map((code) => `${names[code] ?? code}: ${say.joins}`),
    ...Object.entries(switches.parameters).map(([name, value]) => `${name} = ${value}`),
  ].join("; ");
}
