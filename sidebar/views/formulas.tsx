import { useRef, useState } from 'preact/hooks';
import type { Done, PageItem, ViewName } from '../../src/sidebar-api/protocol-watch.js';
import { Opening, View } from '../parts.js';
import { useOpened } from '../use-call.js';
import { counted } from '../words.js';
import { Group } from './group.js';

/** Whether every word that was typed is in a formula's name, its group or what it is for. */
function fits(group: string, { name, parts }: PageItem, typed: string): boolean {
  const text = `${name} ${parts[0]?.lines.join(' ') ?? ''} ${group}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

interface FormulasProps {
  readonly say: (news: string) => void;
  readonly go: (view: ViewName) => void;
}

/** All formulas, to find one and to begin it in the active cell. */
export function Formulas({ say, go }: FormulasProps) {
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
  const groups = call.value.flatMap((group) => {
    const items = group.items.filter((item) => fits(group.title, item, typed));
    return items[0] ? [{ ...group, items }] : [];
  });
  const found = groups.flatMap(({ items }) => items).length;
  const onDone = ({ news }: Done): void => {
    say(news);
  };
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
            {found > 0 ? counted(found, 'formula') : 'No formula fits; try another word, such as churn or forecast'}
          </span>
        </div>
        {groups.map((group) => (
          <Group key={group.title} group={group} place={{ go, onDone }} />
        ))}
      </div>
    </View>
  );
}
