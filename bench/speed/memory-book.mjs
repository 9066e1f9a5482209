import vm from 'node:vm';

/** @typedef {unknown[][]} Rows */

/**
 * A spreadsheet in plain arrays, whose services answer at once: what a run takes over it is the script's own time. It knows only what
 * a tick asks for.
 *
 * @param {vm.Context} context
 * @param {Map<string, Rows>} tabs rows by tab, the header first; they are written to.
 * @returns {{ mailCount: () => number }}
 */
export function installMemoryBook(context, tabs) {
  /** @type {Record<string, string>} */
  const properties = {};
  let mails = 0;
  /** @type {(name: string, rows: Rows) => object} */
  const sheetOf = (name, rows) =>
    lenient({
      getName: () => name,
      getSheetId: () => 1,
      getMaxRows: () => 1000,
      getMaxColumns: () => 26,
      getDataRange: () => ({ getValues: () => rows, getFormulas: () => [] }),
      getRange: (/** @type {number} */ row, /** @type {number} */ column, height = 1, width = 1) =>
        lenient({
          getValues: () => block(rows, row, height).map((cells) => cells.slice(column - 1, column - 1 + width)),
          getFormulas: () => block(rows, row, height).map(() => Array(width).fill('')),
          setValues: (/** @type {Rows} */ values) => {
            block(rows, row, height).forEach((cells, i) => {
              (values[i] ?? []).forEach((value, j) => {
                cells[column - 1 + j] = typeof value === 'string' ? value.replace(/^'/, '') : value;
              });
            });
          },
        }),
    });
  const sheets = new Map([...tabs].map(([name, rows]) => [name, sheetOf(name, rows)]));
  const spreadsheet = {
    getSpreadsheetTimeZone: () => 'Etc/UTC',
    getName: () => 'Customers',
    getUrl: () => 'https://docs.google.com/spreadsheets/d/1/edit',
    getSheets: () => [...sheets.values()],
    getSheetByName: (/** @type {string} */ name) => sheets.get(name) ?? null,
    getActiveSheet: () => null,
    setActiveSheet: () => undefined,
    insertSheet: (/** @type {string} */ name) => {
      const sheet = sheetOf(name, []);
      sheets.set(name, sheet);
      return sheet;
    },
  };
  const store = {
    getProperty: (/** @type {string} */ key) => properties[key] ?? null,
    getProperties: () => ({ ...properties }),
    setProperty: (/** @type {string} */ key, /** @type {string} */ value) => {
      properties[key] = value;
    },
  };
  const lock = { tryLock: () => true, releaseLock: () => undefined };
  Object.assign(context, {
    SpreadsheetApp: {
      getActiveSpreadsheet: () => spreadsheet,
      flush: () => undefined,
      newDataValidation: () => lenient({}),
    },
    PropertiesService: { getDocumentProperties: () => store },
    LockService: { getDocumentLock: () => lock },
    Session: {
      getEffectiveUser: () => ({ getEmail: () => 'ops@x.example' }),
      getActiveUser: () => ({ getEmail: () => '' }),
    },
    MailApp: {
      getRemainingDailyQuota: () => 1500,
      sendEmail: () => {
        mails++;
      },
    },
    Utilities: {
      DigestAlgorithm: { SHA_256: 1, MD5: 2 },
      Charset: { UTF_8: 1 },
      computeDigest: () => Array(32).fill(7),
    },
  });
  return { mailCount: () => mails };
}

/**
 * What is asked of looks and formats does nothing.
 *
 * @param {Record<string, unknown>} known
 * @returns {object}
 */
function lenient(known) {
  const self = new Proxy(known, { get: (target, name) => target[String(name)] ?? (() => self) });
  return self;
}

/**
 * The rows from a number on, made where there are none yet.
 *
 * @param {Rows} rows
 * @param {number} row
 * @param {number} height
 */
function block(rows, row, height) {
  while (rows.length < row - 1 + height) rows.push(Array((rows[0] ?? []).length).fill(''));
  return rows.slice(row - 1, row - 1 + height);
}
