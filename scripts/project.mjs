import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's top folder. */
export const root = dirname(import.meta.dirname);

/**
 * Runs a program to its end, its output on ours.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string>} env added to this process's own.
 * @returns {Promise<number>} its exit code.
 */
export function run(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program to its end and keeps its output.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string>} env added to this process's own.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Installs the packages of the lockfile where they are missing or older than it. */
export async function installPackages() {
  const installed = join(root, 'node_modules/.package-lock.json');
  const lockfile = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return;
  console.log('Installing packages (npm ci)...');
  if ((await run('npm', ['ci', '--no-audit', '--no-fund'])) !== 0)
    throw new Error('npm ci failed; see its output above');
}
