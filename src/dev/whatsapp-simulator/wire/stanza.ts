import type { BinaryNode } from '@whiskeysockets/baileys';

/** The address of WhatsApp's server itself, and the domain of phone-number addresses. */
export const SERVER = 's.whatsapp.net';

export type StanzaContent = NonNullable<BinaryNode['content']>;

/** A stanza or a part of one. Attributes that are undefined are left out. */
export function stanza(
  tag: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  content?: StanzaContent,
): BinaryNode {
  const attrs: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) attrs[name] = value;
  }
  return content === undefined ? { tag, attrs } : { tag, attrs, content };
}

export function attribute(node: BinaryNode, name: string): string | undefined {
  return node.attrs[name];
}

/** The child stanzas, all of them or those with `tag`. */
export function children(node: BinaryNode | undefined, tag?: string): BinaryNode[] {
  if (!Array.isArray(node?.content)) return [];
  return tag === undefined ? node.content : node.content.filter((child) => child.tag === tag);
}

export function child(node: BinaryNode | undefined, tag: string): BinaryNode | undefined {
  return children(node, tag)[0];
}

/** The bytes inside a stanza; none when it holds stanzas or nothing. */
export function bytes(node: BinaryNode | undefined): Buffer {
  if (node?.content === undefined || Array.isArray(node.content)) return Buffer.alloc(0);
  return typeof node.content === 'string'
    ? Buffer.from(node.content, 'utf8')
    : Buffer.from(node.content);
}

export function integer(node: BinaryNode | undefined): number {
  const content = bytes(node);
  return content.length === 0 ? 0 : content.readUIntBE(0, content.length);
}

/** A big-endian number of `length` bytes, as key ids and registration ids travel. */
export function bigEndian(value: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  buffer.writeUIntBE(value, 0, length);
  return buffer;
}

/** Seconds since 1970, the unit of every `t` attribute. */
export function timestamp(): string {
  return String(Math.floor(Date.now() / 1000));
}

export interface Address {
  readonly user: string;
  readonly device: number;
  readonly domain: string;
}

/** Reads `user:device@domain` and its older form `user_agent:device@domain`. */
export function parseAddress(jid: string): Address {
  const [local = '', domain = ''] = jid.split('@');
  const [name = '', device = '0'] = local.split(':');
  const [user = ''] = name.split('_');
  return { user, device: Number(device) || 0, domain };
}

/** The same address without its device. */
export function bareAddress(jid: string): string {
  const { user, domain } = parseAddress(jid);
  return `${user}@${domain}`;
}

export function numberAddress(number: string): string {
  return `${number}@${SERVER}`;
}

export function lidAddress(lid: string): string {
  return `${lid}@lid`;
}
