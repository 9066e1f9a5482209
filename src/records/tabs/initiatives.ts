import { defineTab, type RecordOf } from '../schema.js';

/** The states of an initiative. */
export const INITIATIVE_STATES = ['active', 'paused', 'done', 'dropped'] as const;

export const initiativesTab = defineTab({
  tab: 'Initiatives',
  row: 'work that should move a key result',
  keeper: 'bellwether',
  columns: {
    id: { header: 'Id', type: 'text', required: true, longest: 200, note: 'A short name that stays' },
    keyResult: { header: 'Key result', type: 'text', required: true, note: 'The id of the key result it should move' },
    initiative: { header: 'Initiative', type: 'text', required: true, note: 'The work, in one line' },
    owner: { header: 'Owner', type: 'email', note: 'The e-mail address of the person who does it' },
    state: { header: 'State', type: 'choice', choices: INITIATIVE_STATES, note: 'Where it stands; blank is active' },
    due: { header: 'Due', type: 'day', note: 'The day it should be done' },
  },
});

export type InitiativeRecord = RecordOf<typeof initiativesTab>;
