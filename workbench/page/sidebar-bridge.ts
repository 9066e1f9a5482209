/** What the page offers to the sidebar's frame. */
interface SidebarHost {
  call(functionName: string, args: readonly unknown[]): Promise<unknown>;
  close(): void;
  focusEditor(): void;
  /** Moves the keyboard to the page's next region. */
  leave(): void;
  followLink(href: string): boolean;
  readonly origin: string;
}

export type HostFrame = HTMLIFrameElement & { host?: SidebarHost };

/** The sidebar's HTML with `google.script` in place before any script of its own runs. */
export function withBridge(html: string): string {
  const script = `<script>(${installBridge.toString()})(window)</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return script + html;
  const end = head.index + head[0].length;
  return html.slice(0, end) + script + html.slice(end);
}

type Handler = ((value: unknown, userObject: unknown) => void) | null;

/** Runs inside the frame, from its source text: it may use nothing from outside its own body. */
function installBridge(frame: Window): void {
  const { host } = frame.frameElement as HostFrame;
  if (!host) throw new Error('Sidebar: its frame was opened without a host');

  interface Handlers {
    readonly success: Handler;
    readonly failure: Handler;
    readonly userObject: unknown;
  }

  /** Each `with...` answers a new runner: one that was kept can be used again unchanged. */
  function runner(handlers: Handlers): object {
    const builders: Record<string, (value: never) => object> = {
      withSuccessHandler: (success: Handler) => runner({ ...handlers, success }),
      withFailureHandler: (failure: Handler) => runner({ ...handlers, failure }),
      withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
    };
    return new Proxy(builders, {
      get: (_, name) =>
        typeof name === 'string' && name !== 'then'
          ? (builders[name] ?? ((...args: unknown[]) => void send(name, args, handlers)))
          : undefined,
    });
  }

  async function send(name: string, args: unknown[], { success, failure, userObject }: Handlers): Promise<void> {
    let value: unknown;
    try {
      const answer = await host?.call(name, args);
      // A copy made here has this frame's Object and Array, as an answer from a server would.
      value = answer === undefined ? null : JSON.parse(JSON.stringify(answer));
    } catch (problem) {
      const error = new Error((problem as Error).message);
      error.name = 'ScriptError';
      if (failure) failure(error, userObject);
      else console.error(error);
      return;
    }
    success?.(value, userObject);
  }

  Object.assign(frame, {
    google: {
      script: {
        run: runner({ success: null, failure: null, userObject: undefined }),
        host: {
          origin: host.origin,
          close: () => {
            host.close();
          },
          editor: {
            focus: () => {
              host.focusEditor();
            },
          },
          // Only dialogs can be resized: a sidebar keeps its 300 px.
          setWidth: () => undefined,
          setHeight: () => undefined,
        },
      },
    },
  });
  frame.addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    host.leave();
  });
  frame.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link && host.followLink(link.href)) event.preventDefault();
  });
}
