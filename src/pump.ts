/** What keeps a queue moving. */

/**
 * Runs a step for every poke (one poke per row that was added), and until it finds nothing for every sweep. Each of the
 * lanes runs one step at a time; a poke goes to the lane whose turn it is, so that work spreads over them.
 */
export function pump(
  step: () => Promise<boolean>,
  lanes: number,
  stopped: () => boolean,
  failed: (error: unknown) => void,
) {
  const all = Array.from({ length: lanes }, () => lane(step, stopped, failed))
  let turn = 0
  return {
    poke() {
      turn = (turn + 1) % lanes
      all[turn]?.poke()
    },
    sweep() {
      for (const each of all) each.sweep()
    },
    idle: async () => {
      await Promise.all(all.map((each) => each.idle()))
    },
  }
}

function lane(step: () => Promise<boolean>, stopped: () => boolean, failed: (error: unknown) => void) {
  let running: Promise<void> | null = null
  let owed = 0
  let sweeping = false
  const run = async () => {
    while ((owed > 0 || sweeping) && !stopped()) {
      const before = owed
      const swept = sweeping
      sweeping = false
      const found = await step().catch((error: unknown) => {
        failed(error)
        return false
      })
      // What was owed before the step looked in vain is not there; what is added while it looks is owed again.
      owed -= found ? Math.min(1, before) : before
      sweeping ||= swept && found
    }
    // In the same breath as the last look at what is owed, so that no poke falls between the two.
    running = null
  }
  const go = () => {
    if (!stopped()) running ??= run()
  }
  return {
    poke() {
      owed += 1
      go()
    },
    sweep() {
      sweeping = true
      go()
    },
    idle: async () => {
      await running
    },
  }
}
