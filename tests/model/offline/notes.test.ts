import { describe, expect, it } from 'vitest'
import { questionOf } from '../../../src/interview/pack.ts'
import { createOffline } from '../../../src/model/offline/offline.ts'
import { assessOne, summaryOf } from '../../../src/one-answer.ts'
import { loadPack } from '../../../src/prompts.ts'

const pack = await loadPack(['prompts'])
const model = createOffline()

async function qualityOf(id: string, text: string): Promise<number> {
  const question = questionOf(pack, id)
  return summaryOf(await assessOne(model, pack, question, 'mid', text), 'mid').quality
}

// The same content twice: as notes, and told in sentences.
const pairs: [question: string, notes: string, prose: string][] = [
  [
    'temperature',
    '- logits / T before the softmax\n- low T -> peaked, nearly the same text each time; high T -> flat, more variety, more nonsense\n- extraction: 0, slogans: 0.9\n- T = 0 is not truth: the most likely token can be wrong',
    'The logits are divided by T before the softmax. With a low T the distribution is peaked and you get nearly the same text each time, with a high T it is flat, so there is more variety and more nonsense. I take 0 for extraction and 0.9 for slogans. But T = 0 is not truth, because the most likely token can be wrong.',
  ],
  [
    'attention',
    '- q, k, v = 3 learned projections per token\n- softmax(q·k / sqrt(d)) -> weights that sum to 1\n- output = weighted sum of the values\n- several heads, each its own projections, different relations\n- n² in the length, so KV cache when decoding',
    'Each token gets a query, a key and a value by three learned projections. The dot products of query and keys are divided by the root of d, and a softmax makes weights that sum to 1. The output is the weighted sum of the values. There are several heads with their own projections, so they find different relations. The cost is quadratic in the length, so one keeps a KV cache when decoding.',
  ],
  [
    'overfitting',
    '- model learns the noise of the training set, fails on new data\n- sign: training loss falls, validation loss rises\n- cause: too many parameters for too little data\n- fix: more data, early stopping, weight decay, dropout',
    'The model learns the noise of the training set and then it fails on new data. You see it when the training loss falls while the validation loss rises. The cause is that there are too many parameters for too little data. I would collect more data, stop early, and add weight decay or dropout.',
  ],
  [
    'precision-recall',
    '- precision = TP / (TP + FP), how many of the alarms are right\n- recall = TP / (TP + FN), how many of the sick are found\n- lower threshold -> recall up, precision down\n- cancer: recall, since a miss is worse; spam: precision, since a lost mail is worse',
    'Precision is TP / (TP + FP), that is how many of the alarms are right. Recall is TP / (TP + FN), that is how many of the sick are found. If I lower the threshold then recall goes up and precision goes down. For cancer I choose recall, since a miss is worse, and for spam I choose precision, since a lost mail is worse.',
  ],
  [
    'bm25-vs-semantic',
    '- bm25: exact terms, e.g. error codes and part numbers\n- vectors: paraphrases, synonyms, no word in common\n- both, merged by RRF, because neither finds all\n- decide on 200 labelled queries, recall@10',
    'BM25 is good at exact terms such as error codes and part numbers. Vectors find paraphrases and synonyms, where no word is in common. I would take both and merge them by RRF, because neither finds all. I would decide it on 200 labelled queries with recall@10.',
  ],
  [
    'embeddings',
    '- text -> tokens -> encoder -> mean pooling -> one vector of 768 numbers\n- trained contrastively: pairs pulled together, other texts in the batch pushed away\n- similarity = cosine of the angle\n- limit: long texts get cut at 512 tokens, rare names are weak',
    'The text becomes tokens, an encoder reads them, and mean pooling gives one vector of 768 numbers. It is trained contrastively: pairs are pulled together and the other texts in the batch are pushed away. Similarity is the cosine of the angle. A limit is that long texts get cut at 512 tokens and that rare names are weak.',
  ],
  [
    'evaluate-rag',
    '- golden set: 200 real questions with the right passages\n- retrieval alone: recall@5, MRR\n- answers: faithful to the passages? complete?\n- LLM as judge, checked against 100 answers rated by people\n- live: thumbs, hand-offs, weekly sample',
    'I would build a golden set of 200 real questions with the right passages. Retrieval is measured alone, with recall@5 and MRR. For the answers I check whether they are faithful to the passages and complete. An LLM as judge does most of it, and it is checked against 100 answers that people rated. When it is live I look at thumbs, hand-offs and a weekly sample.',
  ],
  [
    'finetune-vs-prompt',
    '- prompt: weights frozen, only the input changes; fine-tuning: weights change\n- prompt first, since it takes minutes and facts change\n- fine-tune for a fixed format or tone, or a small model at high volume\n- needs 1,000+ labelled examples and a GPU\n- compare both on a held-out set',
    'With a prompt the weights are frozen and only the input changes, with fine-tuning the weights change. I prompt first, since it takes minutes and facts change. I fine-tune for a fixed format or tone, or for a small model at high volume. That needs more than 1,000 labelled examples and a GPU. I would compare both on a held-out set.',
  ],
  [
    'hallucination',
    '- definition: a claim that the passages do not support\n- split the answer into claims, entailment check of each against its passage\n- no sources: sample 5 answers, look where they disagree\n- people label 100 a month, agreement with the judge\n- report: rate per 100 answers, per release',
    'I define it as a claim that the passages do not support. I split the answer into claims and run an entailment check of each against its passage. Without sources I sample 5 answers and look where they disagree. People label 100 a month and I compute the agreement with the judge. I report the rate per 100 answers for each release.',
  ],
  [
    'rag-support-chatbot',
    '- assume 20k questions/day, < 6 s\n- ingest: split by heading, re-embed only changed pages\n- e5 + pgvector, since Postgres is there\n- bm25 + vectors, cross-encoder, top 50 -> 5\n- prompt: only from the passages, cite, else say "not found"\n- redis for frequent questions, stream tokens\n- small model, ~0.5 cent per answer\n- golden set of 200 tickets, recall@5; thumbs live\n- reranker costs 200 ms, but the alternative is a longer prompt',
    'I assume 20,000 questions a day and less than 6 s. Pages are split by heading, and only changed pages are embedded again. I take e5 and pgvector, since Postgres is there. BM25 and vectors are combined, and a cross-encoder brings the top 50 down to 5. The prompt says to answer only from the passages, to cite, and else to say that it was not found. Redis holds frequent questions and I stream the tokens. A small model costs about half a cent per answer. There is a golden set of 200 tickets with recall@5, and thumbs when live. The reranker costs 200 ms, but the alternative is a longer prompt.',
  ],
  [
    'cosine-similarity',
    '- dot(a, b) / (|a| * |b|)\n- zero vector -> return 0; different lengths -> ValueError\n- O(n), one pass\n- test: [1,0],[0,1] -> 0; [1,2],[2,4] -> 1',
    'It is the dot product divided by the product of both norms. For a zero vector I return 0, and for different lengths I raise a ValueError. It is O(n) in one pass. As a test, [1,0] and [0,1] should give 0, and [1,2] with [2,4] should give 1.',
  ],
]

describe('notes and prose with the same content', () => {
  it('get the same quality, give or take half a point', async () => {
    const apart = await Promise.all(
      pairs.map(async ([id, notes, prose]) => ({
        id,
        apart: Math.abs((await qualityOf(id, notes)) - (await qualityOf(id, prose))),
      })),
    )
    expect(apart.filter((pair) => pair.apart > 1)).toEqual([])
    expect(apart.reduce((sum, pair) => sum + pair.apart, 0) / apart.length).toBeLessThanOrEqual(0.5)
  })

  it.each(pairs)('%s: neither is taken for a list of words', async (id, notes, prose) => {
    expect(await qualityOf(id, notes)).toBeGreaterThan(2)
    expect(await qualityOf(id, prose)).toBeGreaterThan(2)
  })
})

describe('a row of terms', () => {
  it.each([
    [
      'rag-support-chatbot',
      'chunking, embeddings, pgvector, BM25, hybrid search, reranker, citations, cache, tokens, budget, golden set, recall, tradeoff',
    ],
    [
      'rag-support-chatbot',
      'chunking and overlap and pgvector and hybrid search and BM25 and cross-encoder and citations and redis and cost and evals and monitoring',
    ],
    ['attention', 'query key value\nsoftmax\nweighted sum\nmulti-head attention\nKV cache\nquadratic'],
    [
      'evaluate-rag',
      'golden set, recall at k, MRR, nDCG, faithfulness, RAGAS, LLM as a judge, A/B test, thumbs up',
    ],
    [
      'content-moderation',
      'classifier, LLM, cascade, queue, Kafka, autoscaling, GPU, canary, shadow, appeals, retraining, precision, recall',
    ],
    [
      'overfitting',
      'overfitting: noise, validation loss, dropout, early stopping, L2, augmentation, cross-validation',
    ],
  ])('is at most a weak answer: %s, %s', async (id, text) => {
    expect(await qualityOf(id, text)).toBeLessThanOrEqual(2)
  })
})
