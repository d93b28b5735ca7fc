import forms from './forms.json' with { type: 'json' }
import laws from './laws.json' with { type: 'json' }
import model from './model.json' with { type: 'json' }
import phrases from './phrases.json' with { type: 'json' }
import political from './political.json' with { type: 'json' }
import privacy from './privacy.json' with { type: 'json' }
import protectedNames from './protected.json' with { type: 'json' }
import renamed from './renamed.json' with { type: 'json' }

/** The packs that come with the extension, unchecked: pass them to `loadPacks`. */
export const PACKS: readonly unknown[] = [protectedNames, political, laws, renamed, phrases, forms, privacy, model]
