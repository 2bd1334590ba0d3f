{{- define "memoro.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains (default .Chart.Name .Values.nameOverride) .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (default .Chart.Name .Values.nameOverride) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* What never changes of a pod's labels: (dict "root" $ "component" name). */}}
{{- define "memoro.selector" -}}
app.kubernetes.io/name: {{ default .root.Chart.Name .root.Values.nameOverride }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "memoro.labels" -}}
{{ include "memoro.selector" . }}
app.kubernetes.io/part-of: memoro
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "memoro.metadata" -}}
name: {{ include "memoro.fullname" .root }}-{{ .component }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "memoro.labels" . | nindent 2 }}
{{- end -}}

{{- define "memoro.image" -}}
{{- $image := .service.image -}}
{{- .root.Values.image.registry }}/{{ $image.repository }}:{{ .root.Chart.AppVersion }}{{ if $image.digest }}@{{ $image.digest }}{{ end }}
{{- end -}}

{{- define "memoro.publicHost" -}}
{{- (urlParse .Values.publicUrl).hostname -}}
{{- end -}}

{{/* The most pods of a service at a time, but for one more during an upgrade. */}}
{{- define "memoro.maxReplicas" -}}
{{- if eq .autoscaling.mode "none" }}{{ .replicas }}{{ else }}{{ .autoscaling.maxReplicas }}{{ end -}}
{{- end -}}

{{- define "memoro.minReplicas" -}}
{{- if eq .autoscaling.mode "none" }}{{ .replicas }}{{ else }}{{ .autoscaling.minReplicas }}{{ end -}}
{{- end -}}
