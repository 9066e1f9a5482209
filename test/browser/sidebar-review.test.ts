import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { builtAddOn, valueOf } from '../sidebar-api/built-add-on.js';
import { launch } from './launch.js';
import { closePages, SidebarPage } from './sidebar-page.js';
import { manyKeyResults, TEAM_BOOK } from './team-book.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(closePages);
afterAll(() => browser.close());

async function openReview(emulator = builtAddOn(TEAM_BOOK)): Promise<SidebarPage> {
  const sidebar = await SidebarPage.open(browser, emulator);
  await sidebar.show();
  await sidebar.goTo('Review');
  await sidebar.page.getByRole('heading', { level: 1, name: / in 2026-Q/ }).waitFor();
  return sidebar;
}

describe('the quarter’s review', () => {
  test('shows what came of each key result against its baseline and target', async () => {
    const sidebar = await openReview();
    const { page } = sidebar;
    await page.getByRole('heading', { name: '0 of 6 key results met in 2026-Q2' }).waitFor();
    const [first = ''] = await page.locator('.rows > li').allInnerTexts();
    // (55 - 41) / (85 - 41) = 0.318
    expect(first).toContain('55 %, score 0.32');
    expect(first).toContain('From 41 to 85 %');
    expect(first).toContain('7 of 10 sure');
    await sidebar.expectSound();
    await sidebar.picture('sidebar-review');
  });

  test('is judged by keyboard and written in one call; what is not decided is left out and stays', async () => {
    const sidebar = await openReview();
    const { page, calls } = sidebar;
    const decisions = page.getByLabel('What becomes of it');
    await decisions.nth(0).selectOption('Cascade into a child objective');
    await decisions.nth(1).selectOption('Drop');
    await page.getByLabel('What you learnt').nth(0).fill('Early talks need the sponsor');
    await page.getByLabel('What you learnt').nth(2).fill('Not decided yet');
    await page.getByText('4 key results not decided yet and left out').waitFor();
    // Another view and back, and the sidebar closed and opened again: nothing that was typed is gone.
    await sidebar.goTo('Today');
    await sidebar.goTo('Review');
    await sidebar.show();
    await sidebar.goTo('Review');
    await page.getByText('4 key results not decided yet and left out').waitFor();
    expect(await page.getByLabel('What you learnt').nth(0).inputValue()).toBe('Early talks need the sponsor');
    calls.length = 0;
    await sidebar.tabTo('Write the review');
    await sidebar.press('Enter');
    await page.getByRole('heading', { name: 'The review of 2026-Q2 is written' }).waitFor();
    expect(calls).toEqual(['saveReview']);
    await sidebar.expectSound();
    const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThanOrEqual(2);
    expect(links.every((link) => link.startsWith('https://'))).toBe(true);
    await sidebar.goTo('Review');
    expect(await page.getByLabel('What becomes of it').nth(1).inputValue()).toBe('drop');
    expect(await page.getByLabel('What you learnt').nth(2).inputValue()).toBe('Not decided yet');
  });

  test('keeps what was typed when the server fails, and can be tried again', async () => {
    const sidebar = await openReview();
    const { page } = sidebar;
    await page.getByLabel('What becomes of it').nth(0).selectOption('Drop');
    sidebar.failure = 'NetworkError: Connection failure due to HTTP 0';
    await sidebar.button('Write the review').click();
    await page.getByText('No answer from Google').waitFor();
    await sidebar.expectSound();
    sidebar.failure = null;
    sidebar.delay = 3000;
    await sidebar.button('Write the review').dblclick();
    await sidebar.button('Writing…').waitFor({ timeout: 2000 });
    await page.getByRole('heading', { name: 'The review of 2026-Q2 is written' }).waitFor();
    expect(sidebar.calls.filter((call) => call === 'saveReview')).toHaveLength(2);
  });

  test('says what somebody else wrote meanwhile, and keeps it beside what was judged here', async () => {
    const emulator = builtAddOn(TEAM_BOOK);
    const sidebar = await openReview(emulator);
    const { page } = sidebar;
    await page.getByLabel('What becomes of it').nth(0).selectOption('Drop');
    const { objectives } = await valueOf(emulator, 'review', {});
    const id = objectives[0]?.keyResults[0]?.id ?? '';
    const theirs = { id, decision: 'carry on', learnt: 'Their words', seen: { decision: '', learnt: '' } } as const;
    await valueOf(emulator, 'saveReview', { quarter: '2026-Q2', keyResults: [theirs] });
    await sidebar.button('Write the review').click();
    await page.getByText(`${id}: "carry on" there, "drop" yours`).waitFor();
    await sidebar.button('Look again').click();
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[name=learnt]')?.value !== '');
    expect(await page.getByLabel('What becomes of it').nth(0).inputValue()).toBe('drop');
    await sidebar.button('Write the review').click();
    await page.getByRole('heading', { name: 'The review of 2026-Q2 is written' }).waitFor();
    const after = await valueOf(emulator, 'review', {});
    expect(after.objectives[0]?.keyResults[0]).toMatchObject({ decision: 'drop', learnt: 'Their words' });
  });

  test('goes to another quarter, and shows how far confidence can be relied on', async () => {
    const sidebar = await openReview();
    const { page } = sidebar;
    await page.getByLabel('Quarter').selectOption('2026-Q1');
    // What `SETTLED` says: of the four with 9 every third fell short, then both with 8 came true, and so on.
    await page.getByRole('heading', { name: '6 of 12 key results met in 2026-Q1' }).waitFor();
    const picture = page.getByRole('img', { name: /came true/ }).first();
    expect(await picture.getAttribute('aria-label')).toBe(
      'said 0-3: 0 of 2 came true, said 4-6: 2 of 4 came true, said 7-8: 2 of 2 came true and said 9-10: 2 of 4 came true',
    );
    await sidebar.expectSound();
    await sidebar.picture('sidebar-calibration', page.locator('section').last());
  });

  test('says so with fewer than ten settled entries, and draws nothing', async () => {
    const { page } = await openReview(
      builtAddOn({ ...TEAM_BOOK, 'Check-ins': TEAM_BOOK['Check-ins']?.slice(0, 17 + 9) ?? [] }),
    );
    await page.getByText('Yours, shown to nobody else').waitFor();
    expect(await page.getByRole('img', { name: /came true/ }).count()).toBe(0);
    await page.getByText(/10/).first().waitFor();
  });

  test('is only read by somebody who may not decide', async () => {
    const sidebar = await openReview(builtAddOn(TEAM_BOOK, { user: 'bo@example.com' }));
    expect(await sidebar.button('Write the review').count()).toBe(0);
    expect(await sidebar.page.getByText('Not decided').count()).toBeGreaterThan(0);
    await sidebar.expectSound();
  });

  test('stays usable with sixty key results with long names', async () => {
    const sidebar = await openReview(builtAddOn(manyKeyResults(54)));
    await sidebar.page.getByRole('heading', { name: '0 of 60 key results met in 2026-Q2' }).waitFor();
    await sidebar.expectSound();
  });
});
