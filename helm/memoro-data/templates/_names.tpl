{{- define "memoro-data.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* Kept when the release is uninstalled: these hold people's notes. (dict "root" $ "name" name) */}}
{{- define "memoro-data.metadata" -}}
name: {{ .name }}
namespace: {{ .root.Release.Namespace }}
labels:
  app.kubernetes.io/name: {{ .root.Chart.Name }}
  app.kubernetes.io/instance: {{ .root.Release.Name }}
  app.kubernetes.io/component: {{ .component }}
  app.kubernetes.io/part-of: memoro
  app.kubernetes.io/managed-by: {{ .root.Release.Service }}
  helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
  {{- with .labels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
annotations:
  helm.sh/resource-policy: keep
{{- end -}}

{{- define "memoro-data.guard" -}}
{{- $wrong := list -}}
{{- if not (or .Values.postgres.enabled .Values.kafka.enabled) -}}
{{- $wrong = append $wrong "postgres.enabled and kafka.enabled are both false, so there is nothing to install: leave this chart out." -}}
{{- end -}}
{{- if eq (int .Values.kafka.brokers) 2 -}}
{{- $wrong = append $wrong "kafka.brokers is 2, of which neither may be away: use 1 to look at Memoro, or 3." -}}
{{- end -}}
{{- if not (regexMatch "[:-]17([.-]|$)" .Values.postgres.image) -}}
{{- $wrong = append $wrong (printf "postgres.image %s is not of PostgreSQL 17: name one of ghcr.io/cloudnative-pg/postgresql:17-standard-… or your own whose tag begins with 17." .Values.postgres.image) -}}
{{- end -}}
{{- if $wrong -}}
{{- fail (printf "\n\nThese values cannot work:\n\n- %s\n" (join "\n- " $wrong)) -}}
{{- end -}}
{{- end -}}
