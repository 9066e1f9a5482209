/** Builds the menu under Extensions; the only thing that works before the add-on may see the document. */
export function buildMenu(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem('Open Bellwether', 'openSidebar')
    .addItem('Self-test', 'runSelfTest')
    .addToUi();
}

/** Opens the sidebar in the editor. */
export function showSidebar(): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Bellwether');
  SpreadsheetApp.getUi().showSidebar(page);
}
