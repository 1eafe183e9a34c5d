export interface TestOptions {
  readonly cases?: string;
  readonly rule: readonly string[];
  readonly coverage: boolean;
  readonly mutate: boolean;
  readonly require?: number;
  readonly update: boolean;
  readonly watch: boolean;
  readonly format: "text" | "junit";
}
