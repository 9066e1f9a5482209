import { ServiceException } from '../runtime/exceptions.js';
import { strict } from '../runtime/strict.js';
import type { Members } from '../runtime/strict.js';
import type { ServiceContext } from './context.js';

interface Output {
  readonly content: string;
  title: string;
}

const outputs = new WeakMap<object, Output>();

export function outputBehind(service: unknown): Output | null {
  return typeof service === 'object' && service !== null ? (outputs.get(service) ?? null) : null;
}

export function htmlService(context: ServiceContext) {
  const create = (content: string) => {
    const output: Output = { content, title: '' };
    const service: object = strict(context.execution, 'HtmlOutput', {
      getContent: () => output.content,
      getTitle: () => output.title,
      setTitle: (title: string) => {
        output.title = title;
        return service;
      },
      // Sidebars are 300 pixels wide whatever is asked (platform 3.10).
      setWidth: () => service,
      setHeight: () => service,
    } satisfies Members<GoogleAppsScript.HTML.HtmlOutput>);
    outputs.set(service, output);
    return service;
  };
  return {
    createHtmlOutput: (content: unknown = '') => create(String(content)),
    createHtmlOutputFromFile: (name: unknown) => {
      const content = context.htmlFiles[String(name)];
      if (content === undefined) throw new ServiceException(`No HTML file named ${String(name)} was found.`);
      return create(content);
    },
  } satisfies Members<GoogleAppsScript.HTML.HtmlService>;
}
