import { Menu, MenuItem } from './menu.js';
import { useSession } from './use-session.js';

/** Extensions > Bellwether > what the script's onOpen put there. */
export function ExtensionsMenu() {
  const session = useSession();
  const { menu } = session.emulator.editor;
  return (
    <Menu label="Extensions">
      <div role="group" aria-label="Bellwether">
        <div class="menu-heading" aria-hidden="true">
          Bellwether
        </div>
        {menu.map(({ caption, functionName }, index) =>
          functionName === null ? (
            <hr key={index} />
          ) : (
            <MenuItem
              key={index}
              caption={caption}
              disabled={session.busy !== null}
              onChoose={() => void session.runMenuItem(functionName)}
            />
          ),
        )}
      </div>
    </Menu>
  );
}
