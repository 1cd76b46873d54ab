import { redirect } from "react-router";
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
import { changeContract } from "../commands/change-contract.server";
import { readContract } from "../contract-input";
import { changeContractForm } from "../forms";
import { existingMessages } from "../messages";
import { contractPage, contractsPlace } from "../queries/contracts.server";
import { scanLimits } from "../scan-limits";
import { ContractFields } from "../ui/contract-fields";
import type { Route } from "./+types/change";

const pageOf = (slug: string, id: string) => `/o/${slug}/verwaltung/vereinbarungen/bestand/${id}`;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const place = await contractsPlace(world, params.place);
	const contract = await contractPage(world, params);
	if (contract.over) throw redirect(pageOf(place.slug, contract.id));
	return { contract, own: place.ownName, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	// Whoever may not see the page shall not fill the disk either.
	const place = await contractsPlace(world, params.place);
	const { id } = await contractPage(world, params);
	const form = await readUploadForm(request, changeContractForm, scanLimits);
	if (!form.valid) return again(form.typed, form.refusals);
	const { costClass, revision, ...typed } = form.value;
	const outcome = await form.act<{ revision: number }, string>(async () => {
		const contract = readContract(typed, place.ownName);
		if (!contract.done) return contract;
		const changed = await changeContract(world, {
			ownerId: place.organisationId,
			id,
			revision,
			costClass,
			input: contract.value,
			stored: form.files[0] ?? null,
		});
		return changed.done ? done(changed.value) : changed;
	});
	if (!outcome.done) return again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
	return onward(`${pageOf(place.slug, id)}?geaendert`);
});

export default function Change({ loaderData: { contract, own, kept }, actionData }: Route.ComponentProps) {
	const t = useText(existingMessages);
	const problems = useProblems(existingMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept ?? {};
	const { place } = contract;
	const here = pageOf(place.slug, contract.id);
	const stored: Partial<Record<string, string>> = { ...contract.typed, costClass: contract.costClass };
	// Whoever reads that somebody else was faster sees the stored entry and decides with the next press.
	const overtaken = actionData?.refusals.some(({ code }) => code === "changed-meanwhile") ?? false;
	const revision = overtaken ? String(contract.revision) : (typed.revision?.toString() ?? String(contract.revision));
	return (
		<>
			<title>{`${t("change.title")} – ${contract.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("title"), href: `/o/${place.slug}/verwaltung/vereinbarungen/bestand` },
					{ label: contract.title, href: here },
					{ label: t("change.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("change.title")} above={contract.title} lead={t("change.lead")} />
			{overtaken && (
				<p>
					<a href={here} target="_blank" rel="noreferrer">
						{t("change.stored")}
					</a>
				</p>
			)}
			<Form files hidden={{ revision }}>
				<ContractFields
					own={own}
					value={(name) => typed[name]?.toString() ?? stored[name]}
					at={problems.at}
					focus={false}
					scanHint={contract.files.length > 0 ? t("change.scanHint") : undefined}
				/>
				<Button>{t("change.save")}</Button>
			</Form>
			<p>
				<a href={here}>{t("change.cancel")}</a>
			</p>
		</>
	);
}
