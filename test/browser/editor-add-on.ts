import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CODE = `
function onOpen() {
  SpreadsheetApp.getUi().createAddonMenu()
    .addItem('Open', 'openSidebar').addSeparator().addItem('Schedule', 'schedule').addItem('Ask', 'ask').addToUi();
}
function openSidebar() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Probe'));
}
function schedule() {
  ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();
}
function ask() {
  SpreadsheetApp.getUi().alert('Twelve checks pass');
  SpreadsheetApp.getActive().toast('Checked', 'Probe');
}
function tick() {
  var book = SpreadsheetApp.getActiveSpreadsheet();
  var row = book.getUrl() + '#gid=' + book.getSheetByName('Accounts').getSheetId() + '&range=C7';
  MailApp.sendEmail('maya@probe.example', 'Hourly', 'Plain words', {
    htmlBody: '<h1>Rich words</h1><script>parent.hacked = true<' + '/script><a href="' + row + '">Open the row</a>'
  });
}
function echo(value) { return { got: value, sum: [1, 2] }; }
function fail(why) { throw new Error('No: ' + why); }
`;

const SIDEBAR = `<!doctype html><html><head><title>Probe</title></head><body>
<button id="go">Call</button><button id="close">Done</button><pre id="out"></pre>
<script>
  var lines = [];
  function say(text) { lines.push(text); document.getElementById('out').textContent = lines.join('\\n'); }
  var plain = google.script.run;
  var told = plain.withSuccessHandler(function (value, user) {
    say('success ' + JSON.stringify(value) + ' ' + user + ' ' + (value instanceof Object));
  }).withFailureHandler(function (error, user) { say('failure ' + error.message + ' ' + user + ' ' + (error instanceof Error)); });
  document.getElementById('go').onclick = function () {
    told.withUserObject('first').echo({ a: [1, 'x'] });
    told.withUserObject('second').fail('because');
    told.echo(new Date(0));
    say('returned ' + told.echo('again') + ', same runner ' + (plain === told) + ', width ' + innerWidth);
  };
  document.getElementById('close').onclick = function () { google.script.host.close(); };
</script></body></html>`;

const MANIFEST = {
  timeZone: 'Etc/UTC',
  runtimeVersion: 'V8',
  oauthScopes: ['spreadsheets.currentonly', 'script.container.ui', 'script.scriptapp', 'script.send_mail'].map(
    (scope) => `https://www.googleapis.com/auth/${scope}`,
  ),
};

/** A folder with a small add-on that uses each thing that the page shows: menu, sidebar, dialogs, triggers, mail. */
export async function probeAddOn(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'add-on-'));
  await writeFile(join(folder, 'Code.js'), CODE);
  await writeFile(join(folder, 'sidebar.html'), SIDEBAR);
  await writeFile(join(folder, 'appsscript.json'), JSON.stringify(MANIFEST));
  return folder;
}
