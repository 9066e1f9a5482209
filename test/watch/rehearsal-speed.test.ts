import { it } from 'vitest';
import { rehearse } from '../../src/watch/rehearsal.js';
import { countRehearsal } from '../../src/watch/rehearsal-counts.js';
import { dateCell, table, workbook, ZONE, day } from '../records/tables.js';
import { clockAt, MONDAY } from './fixtures.js';

it('speed', () => {
  const weeks = 26, n = 1000;
  const rows: unknown[][] = [];
  const iso = (d: number) => new Date(d * 86400000).toISOString().slice(0, 10);
  let seed = 1; const rnd = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const last = day('2026-05-18');
  const cells = Array.from({length: 30}, (_, w) => dateCell(iso(last - 7 * w)));
  for (let w = 29; w >= 0; w--) for (let a = 0; a < n; a++) rows.push([cells[w], `A${a}`, 100 + rnd() * 20, rnd() * 10, rnd() * 5, rnd() * 5]);
  const people = Array.from({ length: 40 }, (_, i) => [`P${i}`, `p${i}@x.example`, i === 0 ? 'VP CS' : 'CSM', 'p0@x.example', 'CS', '', '']);
  const records = workbook(
    table('Accounts', ['Account', 'CSM', 'ARR', 'Renewal', 'Health'], ...Array.from({ length: n }, (_, a) => [`A${a}`, a % 50 === 0 ? 'team' : `p${a % 40}@x.example`, 1000 * (a % 90), dateCell('2026-08-01'), a % 3 ? 'green' : 'red'])),
    table('Signals', ['Week', 'Account', 'Usage', 'Tickets', 'CSAT', 'NPS'], ...rows),
    table('Team', ['Name', 'E-mail', 'Role', 'Manager', 'Function', 'Working days', 'Time zone'], ...people),
    table('Commitments', ['Id', 'Account', 'Commitment', 'Function', 'Owner', 'Due', 'Done on'], ...Array.from({ length: 500 }, (_, i) => [`C${i}`, `A${i}`, 'x', 'CS', `p${i % 40}@x.example`, dateCell(iso(last - (i % 150))), ''])),
    table('Reviews', ['When', 'Week', 'Account', 'By', 'Outcome'], ...Array.from({ length: 500 }, (_, i) => [dateCell(iso(last - 7 * (i % 25))), dateCell(iso(last - 7 * (i % 25))), `A${(i * 3) % n}`, 'p1@x.example', 'ok'])),
  );
  const t = performance.now();
  const r = rehearse(records, ZONE, MONDAY + 7 * 3600000, weeks);
  const t2 = performance.now();
  const c = countRehearsal(r, records, clockAt(MONDAY, records));
  console.log('ms', t2 - t, performance.now() - t2, r.alerts.length, r.notices.length, JSON.stringify(c).slice(0, 1500), records.problems.length, r.blocked);
}, 120000);
