import type { TeamRecord } from '../../records/tabs/team.js';
import { addressesByName, type AddressesOf } from '../../records/team-names.js';
import { isGroupWord } from './group-words.js';
import { quoted } from './words.js';

/** Why nobody owns an account. */
interface Absence {
  readonly headline: string;
  readonly fact: string;
}

/** Says by a CSM cell why nobody owns the account; null when somebody does, as far as can be told. */
export type AbsenceReader = (csm: string | null) => Absence | null;

function absenceOf(csm: string, known: ReadonlySet<string>, addressesOf: AddressesOf): Absence | null {
  if (csm.trim() === '') return { headline: 'no CSM', fact: 'The CSM column is blank' };
  if (isGroupWord(csm)) {
    return {
      headline: 'the CSM is no person',
      fact: `The CSM column says ${quoted(csm)}, which names no single person`,
    };
  }
  // Where Team names nobody, nobody can be missing there.
  if (known.size === 0) return null;
  const [address, other] = addressesOf(csm);
  if (other !== undefined) {
    return {
      headline: 'the CSM is not one person',
      fact: `The CSM column says ${quoted(csm)}, whom Team has more than once`,
    };
  }
  if (address !== undefined && known.has(address)) return null;
  return {
    headline: 'the CSM is not in Team',
    fact: `The CSM column says ${quoted(csm)}, whom the Team tab does not have`,
  };
}

/** Makes a reader of CSM cells for one team. It looks at each spelling once: a CSM has many accounts. */
export function absenceReader(team: readonly TeamRecord[]): AbsenceReader {
  const known = new Set(team.map(({ email }) => email));
  const addressesOf = addressesByName(team);
  const absences = new Map<string, Absence | null>();
  return (csm) => {
    const cell = csm ?? '';
    let absence = absences.get(cell);
    if (absence === undefined) {
      absence = absenceOf(cell, known, addressesOf);
      absences.set(cell, absence);
    }
    return absence;
  };
}
