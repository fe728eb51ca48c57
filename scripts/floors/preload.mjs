// Preload for dependency-cruiser: it reads imports through TypeScript's JavaScript interface, which TypeScript 7 has not
// got. Without this it would see no .ts file at all and report nothing. Inside that one program "typescript" is the
// version in this folder.
import Module, { register } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const here = path.join(import.meta.dirname, 'node_modules/typescript')

const resolveFilename = Module._resolveFilename
Module._resolveFilename = function (request, ...rest) {
  const isTypescript = request === 'typescript' || request.startsWith('typescript/')
  return resolveFilename.call(this, isTypescript ? here + request.slice('typescript'.length) : request, ...rest)
}

const url = JSON.stringify(pathToFileURL(path.join(here, 'lib/typescript.js')).href)
register(
  `data:text/javascript,${encodeURIComponent(
    `export const resolve = (name, context, next) => next(name === 'typescript' ? ${url} : name, context)`,
  )}`,
)
