import type { AlertNews } from './alert-news.js';
import { channelText, unmarked, type ChannelForm } from './channel-text.js';
import type { WebRequest } from './web-request.js';

const FORM: ChannelForm = {
  // Chat has no entities: what would begin a link or a mention becomes a mark that looks like it.
  escape: (text) => unmarked(text).replace(/</g, '\u2039').replace(/>/g, '\u203A'),
  mostCharacters: 3_900,
};

/** What an incoming webhook of Google Chat is sent: one message. */
export function googleChatRequest(url: string, news: AlertNews): WebRequest {
  return { url, body: JSON.stringify({ text: channelText(news, FORM) }) };
}
