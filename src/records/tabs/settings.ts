import { defineTab, type RecordOf } from '../schema.js';

export const settingsTab = defineTab({
  tab: 'Settings',
  row: 'a setting',
  keeper: 'bellwether',
  columns: {
    setting: { header: 'Setting', type: 'text', required: true, note: 'Its name' },
    value: { header: 'Value', type: 'text', note: 'Its value; blank is the default' },
    meaning: { header: 'Meaning', type: 'text', note: 'What it does' },
  },
});

export type SettingRow = RecordOf<typeof settingsTab>;
