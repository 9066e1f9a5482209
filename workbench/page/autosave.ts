const DATABASE = 'bellwether-workbench';
const STORE = 'state';
const KEY = 'current';

/** Keeps one value in this browser, across reloads. */
export const autosave = {
  load: <T>(): Promise<T | undefined> => request('readonly', (store) => store.get(KEY) as IDBRequest<T | undefined>),
  save: (state: unknown): Promise<unknown> => request('readwrite', (store) => store.put(state, KEY)),
  clear: (): Promise<unknown> => request('readwrite', (store) => store.delete(KEY)),
};

async function request<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await settled(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return settled(opening);
}

function settled<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => {
      resolve(asked.result);
    };
    asked.onerror = () => {
      reject(asked.error ?? new Error('Autosave: this browser refused its storage'));
    };
  });
}
