import { conduct, onward } from "~/platform/http/conduct.server";
import { readForm } from "~/platform/http/forms.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { tickNews } from "../commands/county-news.server";
import { raiseForm } from "../forms";
import type { Route } from "./+types/tick";

/** A tick on the page of an office day; there is nothing to type that could be wrong. */
export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const { slug } = await placeOfGuides(world, params.place);
	const form = await readForm(request, raiseForm);
	if (!form.valid) throw new NotFound();
	const { delivery, act } = form.value;
	await tickNews(world, { at: { code: params.series, day: params.day }, deliveryId: delivery, act });
	return onward(`/o/${slug}/verwaltung/sprechtage/${params.series}/${params.day}#neues`);
});

export const loader = () => {
	throw new Response(null, { status: 404 });
};
