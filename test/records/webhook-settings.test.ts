import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../src/records/settings.js';

const read = (setting: string, value: string) => parseSettings([{ row: 2, setting, value, meaning: null }]);

describe('the address of a channel', () => {
  test.each([
    ['Slack webhook', 'https://hooks.slack.com/services/T0/B0/x'],
    ['Google Chat webhook', 'https://chat.googleapis.com/v1/spaces/A/messages?key=k&token=t'],
  ])('%s is taken as it stands', (setting, address) => {
    const { settings, problems } = read(setting, address);
    expect(problems).toEqual([]);
    expect([settings.values.slackWebhook, settings.values.chatWebhook]).toContain(address);
  });

  test.each([
    'http://hooks.slack.com/services/T0',
    'https://hooks.slack.com.evil.test/services/T0',
    'https://hooks.slack.com@evil.test/services/T0',
    'https://evil.test/?https://hooks.slack.com/',
    'https://hooks.slack.com/services/T0 "x"',
    'https://hooks.slack.com/\\evil.test',
    'https://chat.googleapis.com/v1/spaces/A',
    'javascript:alert(1)',
  ])('elsewhere is refused, and nothing is posted: %s', (address) => {
    const { settings, problems } = read('Slack webhook', address);
    expect(settings.values.slackWebhook).toBe('');
    expect(problems).toMatchObject([
      {
        row: 2,
        column: 'Value',
        problem: 'is no address that begins with https://hooks.slack.com/; the standard is used until it is mended',
      },
    ]);
  });
});
