import { renderToString } from 'preact-render-to-string';
import { asciiHtml } from './cell-text.js';
import type { MailContent } from './mail-content.js';
import { Button, Layout, MailFrame, TextLink } from './mail-frame.js';
import { Heading, Name, SectionView, Text } from './mail-section.js';
import { COLOURS } from './mail-style.js';

/** The HTML form of a message, in ASCII. Components escape whatever they are given, so no cell can add markup. */
export function mailHtml({ subject, preview, ask, answer, action, sections, steps, notes, book }: MailContent): string {
  const mail = (
    <MailFrame title={subject} preview={preview}>
      <h1 class="ink" style={`margin:0;font-size:18px;line-height:24px;color:${COLOURS.ink}`}>
        {ask}
      </h1>
      <Text>{answer}</Text>
      {action && (
        <Button link={action.link}>
          {action.words} <Name>{action.name}</Name>
        </Button>
      )}
      {sections.map((section) => (
        <SectionView section={section} />
      ))}
      <Layout style="margin-top:24px">
        <tr>
          <td>
            <Heading>What to do</Heading>
            {steps.map((step, index) => (
              <Text>
                {index + 1}. {step}.
              </Text>
            ))}
          </td>
        </tr>
        <tr>
          <td style="padding-top:16px">
            {notes.map(({ lead, words }) => (
              <Text secondary>
                <b>{lead}.</b> {words}
              </Text>
            ))}
            <TextLink link={book.link}>
              Open <Name>{book.name}</Name>
            </TextLink>
          </td>
        </tr>
      </Layout>
    </MailFrame>
  );
  return `<!doctype html>${asciiHtml(renderToString(mail))}`;
}
