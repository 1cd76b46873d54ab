import { type FieldProps, FieldShell, inputClass, useWiring } from "./field";

type FileFieldProps = FieldProps & {
	accept?: string;
	multiple?: boolean;
	/** For a script on the page alone: the input has no name, so that no browser sends the file. */
	local?: boolean;
};

/** One or several files. The form around it needs `files`. Say types and size limit in the hint. */
export function FileField({ accept, multiple, local, ...field }: FileFieldProps) {
	const wiring = useWiring(field);
	return (
		<FieldShell wiring={wiring} {...field}>
			<input
				className={inputClass(field.error, "gw-file")}
				id={wiring.id}
				name={local ? undefined : field.name}
				type="file"
				accept={accept}
				multiple={multiple}
				required={!field.optional}
				disabled={field.disabled}
				aria-describedby={wiring.described}
				aria-invalid={wiring.invalid}
			/>
		</FieldShell>
	);
}
