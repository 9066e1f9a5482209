import type { ComponentChildren, JSX } from 'preact';
import type { BendWords } from './bend-words.js';
import type { Figure, LinkedLine, Section } from './mail-content.js';
import { Layout, TextLink } from './mail-frame.js';
import { COLOURS } from './mail-style.js';
import { TrendBars } from './trend-bars.js';

/** A paragraph. */
export function Text({
  secondary = false,
  children,
}: {
  secondary?: boolean;
  children: ComponentChildren;
}): JSX.Element {
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
export function Name({ children }: { children: string }): JSX.Element {
  return <bdi>{children}</bdi>;
}

/** The heading of a part. */
export function Heading({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <h2 class="ink" style={`margin:0;font-size:16px;line-height:24px;color:${COLOURS.ink}`}>
      {children}
    </h2>
  );
}

/** A row under a hairline. */
function Row({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <tr>
      <td class="line" style={`padding:8px 0;border-top:1px solid ${COLOURS.border}`}>
        {children}
      </td>
    </tr>
  );
}

function BendItem({ bend }: { bend: BendWords }): JSX.Element {
  const { indicator, better, kind, kindWords, change, from, to, since, trend } = bend;
  const colour = kind === 'signal' ? 'red' : 'unknown';
  return (
    <Row>
      <h3 class="ink" style={`margin:4px 0 0;font-size:14px;line-height:20px;color:${COLOURS.ink}`}>
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
    </Row>
  );
}

function FigureItem({ figure: { name, value, remark } }: { figure: Figure }): JSX.Element {
  return (
    <p class="ink" style={`margin:4px 0 8px;font-size:14px;line-height:20px;color:${COLOURS.ink}`}>
      <b style="font-size:20px;line-height:24px">{value}</b> {name}
      <br />
      <span class="secondary" style={`font-size:12px;color:${COLOURS.secondary}`}>
        {remark}
      </span>
    </p>
  );
}

/** A line that is a link as a whole, high enough for a thumb. */
function LinkedRow({ line: { name, words, link } }: { line: LinkedLine }): JSX.Element {
  return (
    <a
      class="link"
      href={link}
      style={`display:block;padding:6px 0;font-size:14px;line-height:20px;color:${COLOURS.action};text-decoration:none`}
    >
      <u>
        <Name>{name}</Name>
      </u>
      <br />
      <span class="secondary" style={`font-size:12px;color:${COLOURS.secondary}`}>
        {words}
      </span>
    </a>
  );
}

/** A part of a mail: its heading, its numbers and pictures, what clears it and the way to its row. */
export function SectionView({ section }: { section: Section }): JSX.Element {
  const { title, headline, link, isOpenedAbove, facts = [], figures = [], bends = [], lines = [], rows = [] } = section;
  const { closing = [] } = section;
  const isLinked = link !== undefined && isOpenedAbove !== true;
  return (
    <Layout style="margin-top:24px">
      <tr>
        <td style="padding-bottom:8px">
          <Heading>
            <Name>{title}</Name>
            {headline !== undefined && `: ${headline}`}
          </Heading>
          {facts.length > 0 && <Text secondary>{facts.join(' \u00B7 ')}</Text>}
        </td>
      </tr>
      {figures.length > 0 && (
        <Row>
          {figures.map((figure) => (
            <FigureItem figure={figure} />
          ))}
        </Row>
      )}
      {bends.map((bend) => (
        <BendItem bend={bend} />
      ))}
      {lines.length > 0 && (
        <Row>
          {lines.map((line) => (
            <Text>{line}.</Text>
          ))}
        </Row>
      )}
      {rows.length > 0 && (
        <Row>
          {rows.map((line) => (
            <LinkedRow line={line} />
          ))}
        </Row>
      )}
      {(closing.length > 0 || isLinked) && (
        <Row>
          {closing.map((line) => (
            <Text secondary>{line}.</Text>
          ))}
          {isLinked && (
            <TextLink link={link}>
              Open the row of <Name>{title}</Name>
            </TextLink>
          )}
        </Row>
      )}
    </Layout>
  );
}
