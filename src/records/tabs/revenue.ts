import { defineTab } from '../schema.js';

export const revenueTab = defineTab({
  tab: 'Revenue',
  row: 'a month of an account, or an account with a column for each month',
  keeper: 'team',
  columns: {
    account: {
      header: 'Account',
      type: 'text',
      required: true,
      longest: 200,
      synonyms: ['account name', 'account id', 'customer', 'customer name', 'client', 'company'],
      note: 'The account, as the Accounts tab names it',
    },
    month: {
      header: 'Month',
      type: 'day',
      synonyms: ['date', 'period', 'billing month', 'month start'],
      note: 'Any day of the month; a tab with a column for each month needs none',
    },
    mrr: {
      header: 'MRR',
      type: 'number',
      format: '#,##0',
      synonyms: ['monthly recurring revenue', 'amount', 'revenue', 'monthly revenue', 'recurring revenue'],
      note: 'What the account pays that month; several rows of a month add up, credits are below 0',
    },
    currency: {
      header: 'Currency',
      type: 'text',
      synonyms: ['currency code', 'ccy'],
      note: 'One currency counts; accounts in another one are left out',
    },
  },
});
