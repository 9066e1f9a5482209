import type { AlertNews } from './alert-news.js';
import { channelText, unmarked, type ChannelForm } from './channel-text.js';
import type { WebRequest } from './web-request.js';

const FORM: ChannelForm = {
  // Slack reads three characters as markup; its documentation names their entities.
  escape: (text) => unmarked(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  mostCharacters: 3_900,
};

/** What an incoming webhook of Slack is sent: one message, with no previews of the links in it. */
export function slackRequest(url: string, news: AlertNews): WebRequest {
  const body = { text: channelText(news, FORM), unfurl_links: false, unfurl_media: false };
  return { url, body: JSON.stringify(body) };
}
