import { defineTab, type RecordOf } from '../schema.js';

export const accountsTab = defineTab({
  tab: 'Accounts',
  row: 'an account',
  keeper: 'team',
  columns: {
    account: {
      header: 'Account',
      type: 'text',
      required: true,
      synonyms: ['account name', 'account id', 'customer', 'customer name', 'client', 'company', 'organization', 'name'],
      note: 'The name that every other tab uses for the account',
    },
    tier: {
      header: 'Tier',
      type: 'text',
      synonyms: ['plan', 'plan tier', 'service tier', 'level'],
      note: 'The service tier, in your own words',
    },
    segment: {
      header: 'Segment',
      type: 'text',
      synonyms: ['industry', 'market segment', 'vertical', 'size'],
      note: 'The market segment, in your own words',
    },
    csm: {
      header: 'CSM',
      type: 'email',
      synonyms: ['csm e mail', 'csm email', 'owner', 'account owner', 'owner email', 'success manager', 'customer success manager'],
      note: "The e-mail address of the account's customer-success manager, who gets its mails",
    },
    csmSince: { header: 'CSM since', type: 'day', note: 'The day the CSM took the account over' },
    tierSince: { header: 'Tier since', type: 'day', note: 'The day the account came into its tier' },
    ae: {
      header: 'AE',
      type: 'email',
      synonyms: ['account executive', 'sales owner', 'sales rep'],
      note: 'The e-mail address of the account executive who sold it',
    },
    arr: {
      header: 'ARR',
      type: 'number',
      synonyms: ['annual recurring revenue', 'arr amount', 'acv', 'contract value'],
      format: '#,##0',
      note: 'Annual recurring revenue, in one currency for the whole tab',
    },
    signed: {
      header: 'Signed',
      type: 'day',
      synonyms: ['signed on', 'signup date', 'sign up date', 'start date', 'customer since', 'closed on'],
      note: 'The day the contract was signed',
    },
    firstValue: {
      header: 'First value',
      type: 'day',
      synonyms: ['first value on', 'go live', 'live since'],
      note: 'The day of the first outcome that the customer can report',
    },
    renewal: {
      header: 'Renewal',
      type: 'day',
      synonyms: ['renewal date', 'renews on', 'next renewal', 'contract end', 'end date'],
      note: 'The day the contract renews or ends',
    },
    status: {
      header: 'Status',
      type: 'text',
      synonyms: ['state', 'account status', 'lifecycle'],
      note: 'Active, churned, or your own words',
    },
    churnedOn: {
      header: 'Churned on',
      type: 'day',
      synonyms: ['churn date', 'churned', 'cancelled on', 'lost on'],
      note: 'The day the account was lost; blank while it is a customer',
    },
    churnCause: { header: 'Churn cause', type: 'text', synonyms: ['churn reason', 'reason'], note: 'Why it was lost' },
    executiveSponsor: {
      header: 'Executive sponsor',
      type: 'text',
      synonyms: ['sponsor', 'exec sponsor', 'champion'],
      note: "The customer's executive who stands behind it",
    },
    headcount: { header: 'Headcount', type: 'number', synonyms: ['employees', 'company size'], note: 'People at the customer' },
    seats: { header: 'Seats', type: 'number', synonyms: ['licences', 'licenses', 'seats bought'], note: 'Seats bought' },
    seatsUsed: {
      header: 'Seats used',
      type: 'number',
      synonyms: ['active users', 'licences used', 'licenses used'],
      note: 'Seats in use',
    },
    lastQbr: { header: 'Last QBR', type: 'day', synonyms: ['qbr', 'last business review'], note: 'The last business review' },
    overdueInvoices: {
      header: 'Overdue invoices',
      type: 'number',
      synonyms: ['invoices overdue', 'overdue'],
      note: 'How many invoices are overdue',
    },
  },
});

export type AccountRecord = RecordOf<typeof accountsTab>;
