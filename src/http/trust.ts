// Whose tokens a server on Node believes: those of the identity provider that is set, else of the development key, else nobody's.
import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { AppError } from '../core/errors.ts';
import { plain } from '../i18n/words.ts';
import type { Trust } from './auth.ts';
import { developmentTrust } from './dev-key.ts';
import { type Env, isProduction } from './env.ts';
import { issuerKeys } from './issuer-keys.ts';

/**
 * Null: no token is believed. Throws INVALID, naming the file and the mend, where a file with keys cannot be used.
 * `say` is told where the development key has no place, as with DATABASE_URL on a disk that cannot be written: the public view needs none.
 */
export async function trustOf(env: Pick<Env, 'issuer' | 'dataDir' | 'productionReason'>, say: (line: string) => void): Promise<Trust | null> {
  if (!env.issuer && isProduction(env)) return null;
  if (!env.issuer)
    return developmentTrust(env.dataDir).catch((error: NodeJS.ErrnoException) => {
      if (error.syscall === undefined) throw error;
      say(`Tokens are refused: the development key cannot be kept in ${env.dataDir} (${error.code}).`);
      return null;
    });
  const { issuer, audience, jwksUrl, keyFile } = env.issuer;
  return { issuer, audience, keys: keyFile === null ? issuerKeys(issuer, jwksUrl) : await keysOfFile(keyFile) };
}

async function keysOfFile(file: string): Promise<JWTVerifyGetKey> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new AppError('INVALID', plain(`OIDC_KEY_FILE: ${file} cannot be read. Check the path, and who may read there.`), { cause: error });
  });
  const keys = keySetOf(text);
  if (!keys) throw new AppError('INVALID', plain(`OIDC_KEY_FILE: ${file} is no key set. Write {"keys": [...]} with one or more public keys as JWK.`));
  if (keys.keys.some((key) => key.kty === 'oct' || key.d !== undefined))
    throw new AppError('INVALID', plain(`OIDC_KEY_FILE: ${file} holds a secret. Leave only the public parts of the keys in it.`));
  return createLocalJWKSet(keys);
}

function keySetOf(text: string): JSONWebKeySet | null {
  try {
    const set: JSONWebKeySet | null = JSON.parse(text);
    const isSet = Array.isArray(set?.keys) && set.keys.length > 0 && set.keys.every((key) => typeof key?.kty === 'string');
    return isSet ? set : null;
  } catch {
    return null;
  }
}
