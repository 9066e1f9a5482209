import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { AccountContent, BendWords } from './bend-account.js';
import type { BendContent, RestContent } from './bend-content.js';
import { asciiHtml } from './cell-text.js';
import { Button, Layout, MailFrame, TextLink } from './mail-frame.js';
import { COLOURS } from './mail-style.js';
import { TrendBars } from './trend-bars.js';

function Text({ secondary = false, children }: { secondary?: boolean; children: ComponentChildren }): JSX.Element {
  return secondary ? (
    <p class="secondary" style={`margin:4px 0 0;font-size:12px;line-height:18px;color:${COLOURS.secondary}`}>
      {children}
    </p>
  ) : (
    <p class="ink" style={`margin:4px 0 0;font-size:14px;line-height:20px;color:${COLOURS.ink}`}>
      {children}
    </p>
  );
}

/** A name from a cell, kept from turning the direction of the words around it. */
function Name({ children }: { children: string }): JSX.Element {
  return <bdi>{children}</bdi>;
}

function Heading({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <h2 class="ink" style={`margin:0;font-size:16px;line-height:24px;color:${COLOURS.ink}`}>
      {children}
    </h2>
  );
}

function BendItem({ bend }: { bend: BendWords }): JSX.Element {
  const { indicator, better, kind, kindWords, change, from, to, since, trend } = bend;
  const colour = kind === 'signal' ? 'red' : 'unknown';
  return (
    <tr>
      <td class="line" style={`padding:12px 0;border-top:1px solid ${COLOURS.border}`}>
        <h3 class="ink" style={`margin:0;font-size:14px;line-height:20px;color:${COLOURS.ink}`}>
          <Name>{indicator}</Name>{' '}
          <span
            class={colour}
            style={`border:1px solid ${COLOURS[colour]};border-radius:8px;padding:1px 6px;font-size:12px;font-weight:normal;white-space:nowrap;color:${COLOURS[colour]}`}
          >
            {kindWords}
          </span>
        </h3>
        <Text>
          <b>{change}</b>, {from} {'\u2192'} {to}, {since}
        </Text>
        <TrendBars trend={trend} better={better} last={to} label={`${indicator}. ${trend.sentence}. Bends ${since}`} />
      </td>
    </tr>
  );
}

function Account({ account, isOnly }: { account: AccountContent; isOnly: boolean }): JSX.Element {
  const { name, link, facts, bends, alsoBending, clears } = account;
  return (
    <Layout style="margin-top:24px">
      <tr>
        <td style="padding-bottom:12px">
          <Heading>
            <Name>{name}</Name>
          </Heading>
          <Text secondary>{facts.join(' \u00B7 ')}</Text>
        </td>
      </tr>
      {bends.map((bend) => (
        <BendItem bend={bend} />
      ))}
      <tr>
        <td class="line" style={`padding-top:8px;border-top:1px solid ${COLOURS.border}`}>
          {alsoBending !== null && <Text>{alsoBending}</Text>}
          <Text secondary>{clears}.</Text>
          {!isOnly && (
            <TextLink link={link}>
              Open the row of <Name>{name}</Name>
            </TextLink>
          )}
        </td>
      </tr>
    </Layout>
  );
}

function Rest({ rest: { why, lines, unlisted } }: { rest: RestContent }): JSX.Element {
  return (
    <Layout style="margin-top:24px">
      <tr>
        <td>
          <Heading>The other accounts</Heading>
          <Text secondary>{why}.</Text>
        </td>
      </tr>
      <tr>
        <td class="secondary" style={`font-size:12px;line-height:16px;color:${COLOURS.secondary}`}>
          {lines.map(({ name, words, link }) => (
            <div>
              <TextLink link={link}>
                <Name>{name}</Name>
              </TextLink>{' '}
              {words}
            </div>
          ))}
        </td>
      </tr>
      {unlisted !== null && (
        <tr>
          <td>
            <Text>{unlisted}</Text>
          </td>
        </tr>
      )}
    </Layout>
  );
}

/** The HTML form of a bend mail, in ASCII. Components escape whatever they are given, so no cell can add markup. */
export function bendHtml(content: BendContent): string {
  const { subject, preview, ask, answer, accounts, rest, steps, notes, book } = content;
  const [first] = accounts;
  const mail = (
    <MailFrame title={subject} preview={preview}>
      <h1 class="ink" style={`margin:0;font-size:18px;line-height:24px;color:${COLOURS.ink}`}>
        {ask}
      </h1>
      <Text>{answer}</Text>
      {first && (
        <Button link={first.link}>
          Open the row of <Name>{first.name}</Name>
        </Button>
      )}
      {accounts.map((account) => (
        <Account account={account} isOnly={accounts.length === 1 && rest === null} />
      ))}
      {rest && <Rest rest={rest} />}
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
