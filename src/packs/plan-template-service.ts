// The empty plan template in a language: the keys that its rows may be tagged with are those that are recorded.
import { conceptSchemes } from '../concepts/model.ts';
import { getConceptCatalogue } from '../concepts/service.ts';
import type { Context } from '../graphql/context.ts';
import { type Language, textIn } from '../i18n/languages.ts';
import type { PlanTemplate } from './plan-template.ts';

export async function computePlanTemplate(context: Context, language: Language): Promise<PlanTemplate> {
  const catalogue = await getConceptCatalogue(context);
  const keys = conceptSchemes.flatMap((scheme) =>
    catalogue.of(scheme).map(({ key, label }) => ({ scheme, key, name: textIn(label, language).text })),
  );
  return { language, keys };
}
