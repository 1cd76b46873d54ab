import { type FieldProps, FieldShell, inputClass, useWiring } from "./field";

/** One or several files. The form around it needs `files`. Say types and size limit in the hint. */
export function FileField({ accept, multiple, ...field }: FieldProps & { accept?: string; multiple?: boolean }) {
	const wiring = useWiring(field);
	return (
		<FieldShell wiring={wiring} {...field}>
			<input
				className={inputClass(field.error, "gw-file")}
				id={wiring.id}
				name={field.name}
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
