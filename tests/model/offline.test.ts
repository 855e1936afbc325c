import { fileURLToPath } from 'node:url'
import { createOffline } from '../../src/model/offline/offline.ts'
import { loadPack } from '../../src/prompts.ts'
import { modelConformance } from './conformance.ts'

modelConformance(
  'offline',
  createOffline(),
  await loadPack([fileURLToPath(new URL('../../prompts', import.meta.url))]),
)
