import { useEffect, useRef, useState } from 'preact/hooks';
import { isImportable, type NamedFile } from '../../files/import-files.js';
import { Menu, MenuItem } from './menu.js';
import { useSession } from './use-session.js';

/** Files and folders of this computer, and those of the folder that the server was started with. */
export function ImportMenu() {
  const session = useSession();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [offered, setOffered] = useState<readonly string[]>([]);
  useEffect(() => {
    void offeredNames().then(setOffered);
  }, []);

  const chosen = (input: HTMLInputElement) => {
    const picked = [...(input.files ?? [])];
    input.value = '';
    void session.importFiles(picked.length > 1 ? picked.filter(isImportable) : picked);
  };
  const busy = session.busy !== null;

  return (
    <>
      <Menu label="Import">
        <MenuItem caption="Files (csv, xlsx)…" disabled={busy} onChoose={() => files.current?.click()} />
        <MenuItem caption="Folder…" disabled={busy} onChoose={() => folder.current?.click()} />
        {offered.length > 0 && (
          <div role="group" aria-label="Offered folder">
            <hr />
            {offered.length > 1 && (
              <MenuItem
                caption={`All ${String(offered.length)} offered files`}
                disabled={busy}
                onChoose={() => void session.importFiles(offered.map(offeredFile))}
              />
            )}
            {offered.map((name) => (
              <MenuItem
                key={name}
                caption={name}
                disabled={busy}
                onChoose={() => void session.importFiles([offeredFile(name)])}
              />
            ))}
          </div>
        )}
      </Menu>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept=".csv,.tsv,.txt,.xlsx,.xlsm"
        aria-label="Files to import"
        onChange={(event) => {
          chosen(event.currentTarget);
        }}
      />
      <input
        ref={(element) => {
          folder.current = element;
          element?.toggleAttribute('webkitdirectory', true);
        }}
        type="file"
        hidden
        aria-label="Folder to import"
        onChange={(event) => {
          chosen(event.currentTarget);
        }}
      />
    </>
  );
}

async function offeredNames(): Promise<readonly string[]> {
  const response = await fetch('folder.json');
  return response.ok ? ((await response.json()) as readonly string[]) : [];
}

const offeredFile = (name: string): NamedFile => ({
  name,
  arrayBuffer: async () => {
    const response = await fetch(`folder/${encodeURIComponent(name)}`);
    if (!response.ok) throw new Error(`Import: "${name}" is no longer served; restart the workbench with its folder`);
    return response.arrayBuffer();
  },
});
