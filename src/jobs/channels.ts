import { alertNews } from '../connect/alert-news.js';
import { googleChatRequest } from '../connect/google-chat.js';
import { slackRequest } from '../connect/slack.js';
import { postJson } from '../google/webhook.js';
import type { MailContent } from '../messages/mail-content.js';
import type { SettingValues } from '../records/setting-schemas.js';
import { messageOf } from './message-of.js';

/** Put in by scripts/build.mjs: whether this build may post to channels, which takes a scope of its own. */
declare const WEBHOOKS: boolean;

/** Where to post to; blank where a team has no such channel. */
export type ChannelAddresses = Pick<SettingValues, 'slackWebhook' | 'chatWebhook'>;

function post(contents: readonly MailContent[], { slackWebhook, chatWebhook }: ChannelAddresses): readonly string[] {
  const news = alertNews(contents);
  if (!news) return [];
  const channels = [
    { name: 'Slack', url: slackWebhook, requestFor: slackRequest },
    { name: 'Google Chat', url: chatWebhook, requestFor: googleChatRequest },
  ];
  return channels.flatMap(({ name, url, requestFor }) => {
    if (url === '') return [];
    try {
      postJson(requestFor(url, news));
      return [];
    } catch (error) {
      const why = `${name} did not take the alerts, which were mailed all the same: ${messageOf(error)}`;
      return [`${why}; look at ${name} webhook in Settings`];
    }
  });
}

/**
 * Posts what messages about alerts say to the channels of the settings, each alert once. Without webhooks in the build, or
 * addresses in the settings, it does nothing. It never throws: a channel is a copy, and mails go out whatever becomes of it.
 *
 * @param contents of the messages about alerts that went out; reports and troubles are for their readers alone.
 * @returns what went wrong, a sentence for each channel without a final period.
 */
export function postToChannels(contents: readonly MailContent[], addresses: ChannelAddresses): readonly string[] {
  return WEBHOOKS ? post(contents, addresses) : [];
}
