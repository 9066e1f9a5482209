/** The UTF-8 bytes of a text; every character of a storage limit counts by these. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Java's bytes are signed (platform 6.6). */
export function signed(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}

export function bytesOf(value: unknown): Uint8Array {
  return Array.isArray(value) ? Uint8Array.from(value as number[], (byte) => byte & 255) : utf8(String(value));
}

export function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
