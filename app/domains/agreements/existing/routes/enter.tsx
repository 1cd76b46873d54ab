import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { done } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { enterContract } from "../commands/enter-contract.server";
import { readContract } from "../contract-input";
import { contractForm } from "../forms";
import { existingMessages } from "../messages";
import { contractPage, contractsPlace } from "../queries/contracts.server";
import { scanLimits } from "../scan-limits";
import { ContractFields } from "../ui/contract-fields";
import type { Route } from "./+types/enter";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const place = await contractsPlace(world, params.place);
	const like = query.get("wie") ?? query.get("gespeichert");
	const before = like === null ? null : await contractPage(world, { place: params.place, id: like });
	return {
		place: { slug: place.slug, name: place.name },
		own: place.ownName,
		saved: query.has("gespeichert") ? (before?.title ?? null) : null,
		/** Partners, kind and notice of the one before stay: forty contracts often have the same five partners. */
		before: before && {
			parties: before.parties.slice(1).join("\n"),
			costClass: before.costClass,
			noticeMonths: before.noticeMonths?.toString() ?? "",
			/** Only a similar one begins with its amounts. */
			amounts: query.has("wie") ? before.typed.amounts : undefined,
		},
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	// Whoever may not see the page shall not fill the disk either.
	const place = await contractsPlace(world, params.place);
	const form = await readUploadForm(request, contractForm, scanLimits);
	if (!form.valid) return again(form.typed, form.refusals);
	const { costClass, ...typed } = form.value;
	const outcome = await form.act<{ id: string }, string>(async () => {
		const contract = readContract(typed, place.ownName);
		if (!contract.done) return contract;
		const entered = await enterContract(world, {
			ownerId: place.organisationId,
			costClass,
			input: contract.value,
			stored: form.files[0] ?? null,
		});
		return entered.done ? done(entered.value) : entered;
	});
	if (!outcome.done) return again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
	return onward(`/o/${place.slug}/verwaltung/vereinbarungen/bestand/neu?gespeichert=${outcome.value.id}`);
});

export default function Enter({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(existingMessages);
	const problems = useProblems(existingMessages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept ?? {};
	const text = (name: string) => typed[name]?.toString();
	const offered: Partial<Record<string, string>> = page.before ?? {};
	const list = `/o/${page.place.slug}/verwaltung/vereinbarungen/bestand`;
	return (
		<>
			<title>{`${t("form.title")} – ${page.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${page.place.slug}` },
					{ label: t("title"), href: list },
					{ label: t("form.title") },
				]}
			/>
			{page.saved && !actionData && <Alert tone="success" title={t("form.saved", { title: page.saved })} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("form.title")} lead={t("lead")} />
			<Form files>
				<ContractFields
					own={page.own}
					value={(name) => text(name) ?? offered[name]}
					at={problems.at}
					focus={!actionData && page.before !== null}
				/>
				<Button>{t("form.save")}</Button>
			</Form>
			<p>
				<a href={list}>{t("form.done")}</a>
			</p>
		</>
	);
}
