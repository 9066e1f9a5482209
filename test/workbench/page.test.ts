import { describe, expect, it } from 'vitest';
import { sheetPlace } from '../../workbench/page/sheet-link.js';
import { withBridge } from '../../workbench/page/sidebar-bridge.js';
import { dayAndTime } from '../../workbench/page/time.js';

describe('a link into the spreadsheet', () => {
  it.each([
    ['a range', 'https://docs.google.com/spreadsheets/d/x/edit#gid=3&range=A7:C7', { sheetId: '3', range: 'A7:C7' }],
    ['a tab', 'https://docs.google.com/spreadsheets/d/x/edit#gid=0', { sheetId: '0' }],
    ['an encoded range', '#gid=1&range=A2%3AB2', { sheetId: '1', range: 'A2:B2' }],
    ['another page', 'https://example.com/', null],
    ['another anchor', 'https://example.com/#help', null],
  ])('names %s', (_, href, place) => {
    expect(sheetPlace(href)).toEqual(place);
  });
});

describe('the sidebar’s bridge', () => {
  it.each([
    [
      'inside the head, before any other script',
      '<html><head lang="en"><script>x()</script>',
      /<head lang="en"><script>\(.*\)\(window\)<\/script><script>x/s,
    ],
    ['in front when there is no head', '<p>Hi</p>', /^<script>\(.*\)\(window\)<\/script><p>Hi<\/p>$/s],
  ])('is placed %s', (_, html, placed) => {
    expect(withBridge(html)).toMatch(placed);
  });
});

it('shows an instant in the spreadsheet’s zone, with a 24-hour clock', () => {
  expect(dayAndTime(Date.UTC(2026, 10, 23, 5, 7), 'America/New_York')).toBe('Mon 23 Nov 2026, 00:07');
  expect(dayAndTime(Date.UTC(2026, 10, 23, 5, 7), 'Asia/Kolkata')).toBe('Mon 23 Nov 2026, 10:37');
});
