import { useRef, useState } from 'preact/hooks';
import type { FormulaHelp } from '../../src/sidebar-api/protocol.js';
import { Opening, View } from '../parts.js';
import { useOpened } from '../use-call.js';
import { counted } from '../words.js';
import { FormulaEntry } from './formula-entry.js';

/** Whether every word that was typed is in the formula's name, description or group. */
function fits({ name, help, group }: FormulaHelp, typed: string): boolean {
  const text = `${name} ${help} ${group}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function groupsOf(entries: readonly FormulaHelp[]): (readonly [group: string, entries: readonly FormulaHelp[]])[] {
  return [...new Set(entries.map(({ group }) => group))].map((group) => [
    group,
    entries.filter((entry) => entry.group === group),
  ]);
}

/** All formulas, to find one and to begin it in the active cell. */
export function Formulas() {
  const call = useOpened('formulas', {});
  const [typed, setTyped] = useState('');
  const place = useRef<HTMLDivElement>(null);

  /** Arrow keys go from the search to the list, through it and back. */
  function move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    const stops = [...(place.current?.querySelectorAll<HTMLElement>('input, [aria-expanded]') ?? [])];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    stops[at + step]?.focus();
  }

  if (!call.value) return <Opening title="Formulas" what="the formulas" call={call} />;
  const found = call.value.filter((entry) => fits(entry, typed));
  return (
    <View title="Which number do you need?" focusKey="formulas">
      <div ref={place} onKeyDown={move}>
        <div class="field">
          <label for="search">Search the formulas</label>
          <input
            id="search"
            type="search"
            value={typed}
            autocomplete="off"
            aria-describedby="found"
            onInput={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
          <span id="found" class="hint" role="status">
            {found.length > 0
              ? counted(found.length, 'formula')
              : 'No formula fits; try another word, such as churn or forecast'}
          </span>
        </div>
        {groupsOf(found).map(([group, entries]) => (
          <section key={group}>
            <h2>{group}</h2>
            <ul class="rows">
              {entries.map((entry) => (
                <FormulaEntry key={entry.name} entry={entry} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </View>
  );
}
