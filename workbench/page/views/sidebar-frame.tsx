import { useLayoutEffect, useRef } from 'preact/hooks';
import { withBridge, type HostFrame } from '../sidebar-bridge.js';
import { nextRegion } from './regions.js';
import { useSession } from './use-session.js';

const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

/** The add-on's sidebar: 300 px wide, its HTML in a frame of its own. */
export function SidebarFrame() {
  const session = useSession();
  const { sidebar } = session;
  const holder = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!sidebar || !holder.current) return;
    const frame = document.createElement('iframe') as HostFrame;
    frame.title = sidebar.title;
    frame.setAttribute('sandbox', SANDBOX);
    frame.host = {
      call: (name, args) => session.callFromSidebar(name, args),
      close: () => {
        session.closeSidebar();
      },
      focusEditor: () => {
        session.grid.focus();
      },
      leave: () => {
        nextRegion(false);
      },
      followLink: (href) => session.followLink(href),
      origin: location.origin,
    };
    frame.srcdoc = withBridge(sidebar.html);
    frame.addEventListener('load', () => {
      frame.focus();
    });
    // Before the frame is in the page its script cannot run: the host is there in time.
    holder.current.replaceChildren(frame);
  }, [session, sidebar]);

  if (!sidebar) return null;
  return (
    <aside class="sidebar" aria-label={sidebar.title} data-region>
      <div class="panel-title">
        <h2>{sidebar.title}</h2>
        <button
          type="button"
          class="icon"
          aria-label={`Close ${sidebar.title}`}
          onClick={() => {
            session.closeSidebar();
          }}
        >
          ✕
        </button>
      </div>
      <div class="frame-holder" ref={holder} />
    </aside>
  );
}
