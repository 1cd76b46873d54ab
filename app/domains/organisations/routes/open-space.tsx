import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { houseAddress } from "~/platform/address.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { messages as acts } from "../act-messages";
import { openSpace } from "../commands/open-space.server";
import { openSpaceForm } from "../forms";
import { mayOpenSpace } from "../policy.server";
import { withoutPlace } from "../queries/municipalities.server";
import { slugFor } from "../slug";
import { typedText } from "../ui/typed";
import { messages } from "../work-messages";
import type { Route } from "./+types/open-space";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const organisation = await withoutPlace(world, givenId(params.organisation));
	if (!organisation) throw new NotFound();
	demand(mayOpenSpace, world.actor, { organisationId: organisation.id });
	const { shortName } = organisation;
	const host = new URL(houseAddress("/")).host;
	return { shortName, slug: slugFor(shortName), host, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, openSpaceForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await openSpace(world, { organisationId: givenId(params.organisation), ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${outcome.value.slug}`);
});

export default function OpenSpace({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { shortName, slug, host, kept } = loaderData;
	const typed = actionData?.typed ?? kept;
	const problems = useProblems(acts, actionData?.refusals);
	return (
		<>
			<title>{`${t("open.title")} – ${shortName}`}</title>
			<Breadcrumb
				entries={[{ label: shortName, href: `/orte?q=${encodeURIComponent(shortName)}` }, { label: t("open.title") }]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("open.title")} above={shortName} lead={t("open.lead")} />
			<Form>
				<TextField
					name="name"
					label={t("open.name")}
					value={typedText(typed, "name", shortName)}
					error={problems.at("name")}
				/>
				<TextField
					name="slug"
					label={t("open.slug")}
					hint={t("open.slugHint", { host })}
					value={typedText(typed, "slug", slug)}
					error={problems.at("slug")}
					spellCheck={false}
					width="medium"
				/>
				<Button>{t("open.submit")}</Button>
			</Form>
		</>
	);
}
