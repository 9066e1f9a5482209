import { defineTab } from '../schema.js';

export const signalsTab = defineTab({
  tab: 'Signals',
  row: 'one week of an account',
  keeper: 'team',
  columns: {
    week: {
      header: 'Week',
      type: 'day',
      required: true,
      synonyms: ['week of', 'week start', 'week starting', 'date', 'day'],
      note: 'Any day of the week that the values belong to',
    },
    account: {
      header: 'Account',
      type: 'text',
      required: true,
      synonyms: ['account name', 'account id', 'customer', 'customer name', 'client', 'company'],
      note: 'The account, as the Accounts tab names it',
    },
    usage: {
      header: 'Usage',
      type: 'number',
      synonyms: ['weekly usage', 'logins', 'log ins', 'active users', 'weekly active users', 'sessions', 'usage count'],
      note: 'How much the product was used that week; more is better',
    },
    executiveEngagement: {
      header: 'Executive engagement',
      type: 'number',
      synonyms: ['exec engagement', 'executive contacts', 'sponsor contact', 'meetings'],
      note: "How often the customer's executives took part; more is better",
    },
    supportVolume: {
      header: 'Support volume',
      type: 'number',
      synonyms: ['tickets', 'support tickets', 'ticket count', 'cases'],
      note: 'Support tickets opened that week; fewer is better',
    },
    supportSentiment: {
      header: 'Support sentiment',
      type: 'number',
      synonyms: ['sentiment', 'csat', 'satisfaction', 'satisfaction score', 'ticket sentiment'],
      note: 'Tone or satisfaction in support that week; more is better',
    },
    nps: {
      header: 'NPS',
      type: 'number',
      synonyms: ['nps score', 'recent nps', 'net promoter score'],
      note: 'The most recent NPS answer; more is better',
    },
  },
});
