export function inspectImage(path: string, asJson: boolean): number {
  void path;
  void asJson;
  return 0;
}
export function listStates(path: string, asJson: boolean): number {
  void path;
  void asJson;
  return 0;
}
