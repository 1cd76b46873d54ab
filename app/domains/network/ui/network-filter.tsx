import { DateField } from "~/design/date-field";
import { FilterBar } from "~/design/filter-bar";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { type NetworkFilter, withFilter } from "../filter";
import { messages } from "../messages";
import { staffMessages } from "../staff-messages";
import { levels, sectors } from "../vocabulary";

export type FilterChoices = {
	topics: readonly { value: string; label: string }[];
	areas: readonly { value: string; label: string }[];
	types: readonly { value: string; label: string }[];
};

/** The same filter for list, drawing and table. */
export function NetworkFilterBar({
	action,
	filter,
	choices,
	ownDay = true,
}: {
	action: string;
	filter: NetworkFilter;
	choices: FilterChoices;
	/** False where the page has a slider for the day: the filter then only carries it. */
	ownDay?: boolean;
}) {
	const t = useText(staffMessages);
	const say = useText(messages);
	const labelOf = (list: FilterChoices["topics"], value: string) =>
		list.find((one) => one.value === value)?.label ?? "–";
	const none: NetworkFilter = {
		...{ words: "", kind: null, sector: null, level: null, topicId: null, areaId: null, type: null },
		...{ keyPersons: false, uncertain: false, day: null },
	};
	const set: { label: string; without: Partial<NetworkFilter> }[] = [];
	if (filter.words) set.push({ label: `${t("filter.words")}: ${filter.words}`, without: { words: "" } });
	if (filter.kind) set.push({ label: say(`kinds.${filter.kind}`), without: { kind: null } });
	if (filter.sector) set.push({ label: say(`sectors.${filter.sector}`), without: { sector: null } });
	if (filter.level)
		set.push({ label: `${t("filter.level")}: ${say(`levels.${filter.level}`)}`, without: { level: null } });
	if (filter.topicId) {
		set.push({ label: `${t("filter.topic")}: ${labelOf(choices.topics, filter.topicId)}`, without: { topicId: null } });
	}
	if (filter.areaId) {
		set.push({ label: `${t("filter.area")}: ${labelOf(choices.areas, filter.areaId)}`, without: { areaId: null } });
	}
	if (filter.type) {
		set.push({ label: `${t("filter.type")}: ${labelOf(choices.types, filter.type)}`, without: { type: null } });
	}
	if (filter.keyPersons) set.push({ label: t("filter.onlyKeyPersons"), without: { keyPersons: false } });
	if (filter.uncertain) set.push({ label: t("filter.onlyUncertain"), without: { uncertain: false } });
	if (filter.day) set.push({ label: `${t("filter.day")}: ${filter.day}`, without: { day: null } });
	const any = t("filter.any");
	return (
		<FilterBar
			action={action}
			resetHref={withFilter(action, none)}
			active={set.map(({ label, without }) => ({ label, removeHref: withFilter(action, { ...filter, ...without }) }))}
		>
			<TextField name="q" type="search" label={t("filter.words")} value={filter.words} optional />
			<Select
				name="art"
				label={t("filter.kind")}
				optional
				empty={any}
				value={filter.kind?.toLowerCase()}
				options={(["PERSON", "ORGANISATION"] as const).map((one) => ({
					value: one.toLowerCase(),
					label: say(`kinds.${one}`),
				}))}
			/>
			<Select
				name="bereich"
				label={t("filter.sector")}
				optional
				empty={any}
				value={filter.sector ?? ""}
				options={sectors.map((value) => ({ value, label: say(`sectors.${value}`) }))}
			/>
			<Select
				name="ebene"
				label={t("filter.level")}
				optional
				empty={any}
				value={filter.level ?? ""}
				options={levels.map((value) => ({ value, label: say(`levels.${value}`) }))}
			/>
			<Select
				name="thema"
				label={t("filter.topic")}
				optional
				empty={any}
				value={filter.topicId ?? ""}
				options={choices.topics}
			/>
			<Select
				name="gebiet"
				label={t("filter.area")}
				optional
				empty={any}
				value={filter.areaId ?? ""}
				options={choices.areas}
			/>
			<Select
				name="beziehung"
				label={t("filter.type")}
				optional
				empty={any}
				value={filter.type ?? ""}
				options={choices.types}
			/>
			<Select
				name="schluessel"
				label={t("filter.keyPersons")}
				optional
				empty={any}
				value={filter.keyPersons ? "ja" : ""}
				options={[{ value: "ja", label: t("filter.onlyKeyPersons") }]}
			/>
			<Select
				name="unsicher"
				label={t("filter.uncertain")}
				optional
				empty={any}
				value={filter.uncertain ? "ja" : ""}
				options={[{ value: "ja", label: t("filter.onlyUncertain") }]}
			/>
			{ownDay ? (
				<DateField name="tag" label={t("filter.day")} value={filter.day ?? ""} optional />
			) : (
				filter.day && <input type="hidden" name="tag" value={filter.day} />
			)}
		</FilterBar>
	);
}
