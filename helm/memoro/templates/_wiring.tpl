{{/*
What the services are, as their own settings say: ports, schema, and whom each calls. Everything else is derived from it;
the chart's tests compare it with the services' code.
*/}}
{{- define "memoro.wiring" -}}
gateway:
  port: 8080
  internalPort: 8090
  managementPort: 8190
  schema: account
  shutdownPhase: 15
  calls: [contact-service, interaction-service, search-service, embedding-worker, web-ui]
contact-service:
  port: 8101
  managementPort: 8191
  schema: contact
  shutdownPhase: 20
  calls: [interaction-service, embedding-worker]
interaction-service:
  port: 8102
  managementPort: 8192
  schema: interaction
  shutdownPhase: 30
  calls: [contact-service, embedding-worker]
search-service:
  port: 8103
  managementPort: 8193
  schema: search
  shutdownPhase: 15
  calls: [contact-service, interaction-service, embedding-worker]
embedding-worker:
  port: 8104
  managementPort: 8194
  schema: enrichment
  shutdownPhase: 25
  calls: [contact-service, interaction-service]
web-ui:
  port: 8105
  managementPort: 8195
  shutdownPhase: 30
  calls: [contact-service, interaction-service, search-service, embedding-worker]
{{- end -}}

{{/* Settings of a service by the names its code knows: (dict "root" $ "component" name "wiring" all). */}}
{{- define "memoro.settings" -}}
{{- $root := .root -}}
{{- $values := .root.Values -}}
{{- $own := get .wiring .component -}}
{{- $all := .wiring -}}
{{- $fullname := include "memoro.fullname" .root -}}
memoro.secrets: /etc/memoro/secrets
{{- with $values.tracing.endpoint }}
management.opentelemetry.tracing.export.otlp.endpoint: {{ . }}
management.tracing.sampling.probability: {{ $values.tracing.sampling | quote }}
{{- end }}
{{- range $own.calls }}
memoro.services.{{ . }}: http://{{ $fullname }}-{{ . }}:{{ (get $all .).port }}
{{- end }}
{{- if ne .component "gateway" }}
memoro.internal.gateway-url: http://{{ $fullname }}-gateway:{{ $all.gateway.internalPort }}
{{- end }}
{{- if $own.schema }}
memoro.database.host: {{ $values.database.host }}
memoro.database.port: {{ $values.database.port | quote }}
memoro.database.name: {{ $values.database.name }}
memoro.database.ssl-mode: {{ $values.database.sslMode }}
{{- if $values.database.caSecret.name }}
memoro.database.ssl-root-certificate: /etc/memoro/database-ca/ca.crt
{{- end }}
memoro.database.max-connections: {{ include "memoro.pool" (dict "root" $root "component" .component) | quote }}
memoro.kafka.bootstrap-servers: {{ $values.kafka.bootstrapServers }}
memoro.kafka.partitions: {{ $values.kafka.partitions | quote }}
memoro.kafka.replication-factor: {{ $values.kafka.replicationFactor | quote }}
memoro.kafka.properties.security.protocol: {{ $values.kafka.securityProtocol }}
{{- if $values.kafka.saslMechanism }}
memoro.kafka.properties.sasl.mechanism: {{ $values.kafka.saslMechanism }}
{{- end }}
{{- if $values.kafka.caSecret.name }}
memoro.kafka.properties.ssl.truststore.type: PEM
memoro.kafka.properties.ssl.truststore.location: /etc/memoro/kafka-ca/ca.crt
{{- end }}
{{- end }}
{{- if eq .component "gateway" }}
memoro.gateway.public-url: {{ $values.publicUrl }}
memoro.gateway.time-zone: {{ $values.timeZone }}
memoro.gateway.hsts-sub-domains: {{ $values.gateway.hstsSubDomains | quote }}
{{- with $values.gateway.trustedProxies }}
memoro.gateway.trusted-proxies: {{ join "," . }}
{{- end }}
{{- with $values.gateway.allowedHosts }}
memoro.gateway.allowed-hosts: {{ join "," . }}
{{- end }}
{{- if $values.gateway.signingKeys.existingSecret }}
memoro.gateway.signing.key-file: /etc/memoro/signing/keys.json
{{- end }}
{{- range $name, $provider := $values.signIn.providers }}
memoro.sign-in.providers.{{ $name }}.client-id: {{ $provider.clientId }}
{{- if $provider.issuer }}
memoro.sign-in.providers.{{ $name }}.issuer: {{ $provider.issuer }}
{{- end }}
{{- end }}
{{- with $values.signIn.allowedEmails }}
memoro.sign-in.allowed-emails: {{ join "," . | quote }}
{{- end }}
{{- with $values.signIn.allowedDomains }}
memoro.sign-in.allowed-domains: {{ join "," . | quote }}
{{- end }}
{{- end }}
{{- if eq .component "embedding-worker" }}
{{- with $values.ai.baseUrl }}
memoro.ai.base-url: {{ . }}
{{- end }}
{{- with $values.ai.extractionModel }}
memoro.ai.extraction-model: {{ . }}
{{- end }}
{{- with $values.ai.embeddingModel }}
memoro.ai.embedding-model: {{ . }}
{{- end }}
{{- with $values.ai.monthlyBudget }}
memoro.ai.monthly-budget: {{ . | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{/* The secret files of a service: for each Secret which key becomes the file of which setting. */}}
{{- define "memoro.secretFiles" -}}
{{- $values := .root.Values -}}
{{- $own := get .wiring .component -}}
- secret: {{ $values.secrets.existingSecret }}
  files:
    memoro.logs.account-key: logs-account-key
    {{- if $own.schema }}
    memoro.database.owner-password: {{ $own.schema }}-owner-password
    memoro.database.app-password: {{ $own.schema }}-app-password
    {{- end }}
    {{- if eq .component "gateway" }}
    memoro.gateway.cookie-key: cookie-key
    {{- range $name := keys .wiring | sortAlpha }}
    {{- if ne $name "gateway" }}
    memoro.gateway.service-secrets.{{ $name }}: {{ $name }}-secret
    {{- end }}
    {{- end }}
    {{- else }}
    memoro.internal.secret: {{ .component }}-secret
    {{- end }}
{{- if eq .component "gateway" }}
- secret: {{ $values.signIn.existingSecret }}
  files:
    {{- range $name, $provider := $values.signIn.providers }}
    memoro.sign-in.providers.{{ $name }}.client-secret: {{ $name }}-client-secret
    {{- end }}
{{- end }}
{{- if and $own.schema $values.kafka.existingSecret }}
- secret: {{ $values.kafka.existingSecret }}
  files:
    memoro.kafka.properties.sasl.jaas.config: sasl.jaas.config
{{- end }}
{{- if and (eq .component "embedding-worker") $values.ai.existingSecret }}
- secret: {{ $values.ai.existingSecret }}
  files:
    memoro.ai.api-key: api-key
{{- end }}
{{- end -}}

{{/* All keys of the Secret that Memoro made for itself. */}}
{{- define "memoro.ownKeys" -}}
{{- range $name, $own := include "memoro.wiring" . | fromYaml }}
{{- if $own.schema }}
- {{ $own.schema }}-owner-password
- {{ $own.schema }}-app-password
{{- end }}
{{- if ne $name "gateway" }}
- {{ $name }}-secret
{{- end }}
{{- end }}
- cookie-key
- logs-account-key
{{- end -}}

{{- define "memoro.pool" -}}
{{- $service := get .root.Values.services .component -}}
{{- $service.databasePool | default .root.Values.database.pool | int -}}
{{- end -}}
