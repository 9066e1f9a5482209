import { defineTab, type RecordOf } from '../schema.js';

/** How well a handoff told what success needs to know. */
export const HANDOFF_QUALITIES = ['complete', 'thin', 'missing'] as const;

export const handoffsTab = defineTab({
  tab: 'Handoffs',
  row: 'a sale handed to customer success',
  keeper: 'bellwether',
  columns: {
    account: { header: 'Account', type: 'text', required: true, longest: 200, note: 'The account that was sold' },
    ae: { header: 'AE', type: 'email', note: 'The e-mail address of the account executive who sold it' },
    csm: { header: 'CSM', type: 'email', note: 'The e-mail address of the CSM who takes it over' },
    closed: { header: 'Closed', type: 'day', required: true, note: 'The day the deal was closed' },
    commitmentsMade: { header: 'Commitments made', type: 'text', note: 'What was promised; "none" when nothing was' },
    expansionPotential: { header: 'Expansion potential', type: 'text', note: 'Where the account could grow' },
    keyStakeholder: { header: 'Key stakeholder', type: 'text', note: 'Who decides about the renewal' },
    successCriteria: { header: 'Success criteria', type: 'text', note: 'What the customer will call a success' },
    riskFlags: { header: 'Risk flags', type: 'text', note: 'What could go wrong; "none" when nothing is known' },
    aeSignedOn: { header: 'AE signed on', type: 'day', note: 'The day the account executive signed' },
    csmSignedOn: { header: 'CSM signed on', type: 'day', note: 'The day the CSM signed' },
    quality: { header: 'Quality', type: 'choice', choices: HANDOFF_QUALITIES, note: "The CSM's judgement" },
    customerSignedOn: { header: 'Customer signed on', type: 'day', note: 'The day the customer agreed to the plan' },
  },
});

export type HandoffRecord = RecordOf<typeof handoffsTab>;
