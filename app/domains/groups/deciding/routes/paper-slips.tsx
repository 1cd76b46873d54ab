import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { typedText } from "../../ui/typed";
import { countSlips, handOutSlip, takeBackSlip } from "../commands/paper-slips.server";
import { slipActForm, slipCountForm } from "../forms";
import { slipsPage } from "../queries/slips-page.server";
import { slipMessages } from "../slip-messages";
import { slipField } from "../slips";
import type { Route } from "./+types/paper-slips";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	slipsPage(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const page = await slipsPage(world, params);
	const here = new URL(request.url).pathname;
	const fields = await formFields(request);
	const act = readFields(request, fields, slipActForm);
	if (!act.valid) return again(act.typed, act.refusals);
	if (act.value.act !== "count") {
		const change = act.value.act === "hand" ? handOutSlip : takeBackSlip;
		const outcome = await change(world, { id: page.id, membershipId: act.value.seat });
		return outcome.done ? onward(`${here}#ausgeben`) : again(act.typed, outcome.refusals);
	}
	const form = readFields(request, fields, slipCountForm(page.handed.map(({ bench }) => bench)));
	if (!form.valid) return again({ ...form.typed, act: "count" }, form.refusals);
	const { value } = form;
	const sums = page.handed.map(({ bench }) => ({
		bench,
		yes: value[slipField(bench, "yes")] ?? 0,
		no: value[slipField(bench, "no")] ?? 0,
		abstain: value[slipField(bench, "abstain")] ?? 0,
	}));
	const outcome = await countSlips(world, { id: page.id, sums });
	return outcome.done ? onward(`${here}#zaehlen`) : again({ ...form.typed, act: "count" }, outcome.refusals);
});

type Loaded = Route.ComponentProps["loaderData"];

/** Paper slips of a secret vote: who has one, and what two people count. */
export default function PaperSlips({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(slipMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const groupHref = `/o/${page.place.slug}/arbeitskreise/${page.group.slug}`;
	const ballotHref = `${groupHref}/abstimmungen/${page.code}`;
	return (
		<>
			<title>{`${t("slips.title")} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${page.place.slug}` },
					{ label: page.group.name, href: groupHref },
					{ label: page.title, href: ballotHref },
					{ label: t("slips.title") },
				]}
			/>
			<ErrorSummary errors={errors} form={actionData?.typed.act === "count" ? "gezaehlt" : undefined} />
			<PageTitle title={t("slips.title")} above={page.title} lead={t("slips.lead")} />
			{page.may.run && <HandOut page={page} />}
			<Section id="zaehlen" title={t("slips.count")}>
				<Counting page={page} typed={actionData?.typed} at={at} />
			</Section>
			<p>
				<a href={ballotHref}>{t("slips.toBallot")}</a>
			</p>
		</>
	);
}

function HandOut({ page }: { page: Loaded }) {
	const t = useText(slipMessages);
	const words = useText(messages);
	return (
		<Section id="ausgeben" title={t("slips.out")} intro={t(page.isOpen ? "slips.outText" : "slips.over")}>
			{page.isOpen && <p>{t("slips.few")}</p>}
			<DataTable
				caption={t("slips.out")}
				captionHidden
				rows={page.seats}
				rowKey={({ membershipId }) => membershipId}
				columns={[
					{ key: "person", header: t("slips.person"), rowHeader: true, cell: ({ name }) => name },
					{ key: "bench", header: words("group.bench"), cell: ({ bench }) => words(`benches.${bench}`) },
					{
						key: "slip",
						header: t("slips.act"),
						cell: ({ membershipId, name, slip }) =>
							slip === "counted" ? (
								t("slips.counted")
							) : slip === "none" && !page.isOpen ? (
								"–"
							) : (
								<Form hidden={{ act: slip === "none" ? "hand" : "back", seat: membershipId }} inline>
									<Button look="secondary" label={t(slip === "none" ? "slips.handTo" : "slips.backFrom", { name })}>
										{t(slip === "none" ? "slips.hand" : "slips.back")}
									</Button>
								</Form>
							),
					},
				]}
			/>
		</Section>
	);
}

function Counting({
	page: { handed, counted, may },
	typed,
	at,
}: {
	page: Loaded;
	typed: Record<string, string | string[]> | undefined;
	at(field: string): string | undefined;
}) {
	const t = useText(slipMessages);
	const words = useText(messages);
	const slips = handed.reduce((sum, part) => sum + part.slips, 0);
	if (slips === 0) return <p>{t("slips.none")}</p>;
	return (
		<>
			<p>{t("slips.open", { slips })}</p>
			{counted === "by-me" ? (
				<Alert tone="success" title={t("slips.yours")} level={3} />
			) : (
				<p>{t(counted === "once" ? "slips.waits" : may.count ? "slips.first" : "slips.later")}</p>
			)}
			{may.count && (
				<Form id="gezaehlt" hidden={{ act: "count" }}>
					{handed.map(({ bench }) =>
						(["yes", "no", "abstain"] as const).map((answer) => {
							const name = slipField(bench, answer);
							return (
								<TextField
									key={name}
									name={name}
									label={bench ? `${words(`benches.${bench}`)}: ${t(`slips.${answer}`)}` : t(`slips.${answer}`)}
									inputMode="numeric"
									width="short"
									value={typedText(typed, name)}
									error={at(name)}
								/>
							);
						}),
					)}
					<Button>{t("slips.save")}</Button>
				</Form>
			)}
		</>
	);
}
