{{/* Refuses values that could not work together: one sentence each that says what to do. */}}
{{- define "memoro.guard" -}}
{{- $wrong := list -}}
{{- $values := .Values -}}
{{- $root := . -}}
{{- $namespace := .Release.Namespace -}}
{{- if not $values.publicUrl -}}
{{- $wrong = append $wrong "publicUrl is not set: name the address people will type, such as --set publicUrl=https://memoro.example.org." -}}
{{- else if not (or (hasPrefix "https://" $values.publicUrl) (has (include "memoro.publicHost" .) (list "localhost" "127.0.0.1"))) -}}
{{- $wrong = append $wrong (printf "publicUrl %s begins with http://, which only localhost may: use https:// and let the ingress or Gateway end TLS." $values.publicUrl) -}}
{{- end -}}
{{- if not $values.database.host -}}
{{- $wrong = append $wrong "database.host is not set: name your PostgreSQL 17 with pgvector, or install the chart memoro-data first and set database.host to its memoro-data-rw." -}}
{{- end -}}
{{- if not $values.kafka.bootstrapServers -}}
{{- $wrong = append $wrong "kafka.bootstrapServers is not set: name your Kafka brokers (host:port, separated by commas), or install the chart memoro-data first." -}}
{{- end -}}
{{- if not $values.secrets.existingSecret -}}
{{- $literals := list -}}
{{- range include "memoro.ownKeys" . | fromYamlArray -}}
{{- $literals = append $literals (printf "--from-literal=%s=\"$(openssl rand -base64 32)\"" .) -}}
{{- end -}}
{{- $wrong = append $wrong (printf "secrets.existingSecret is not set: make the Secret once and name it with --set secrets.existingSecret=memoro:\n    kubectl create secret generic memoro --namespace %s %s" $namespace (join " " $literals)) -}}
{{- end -}}
{{- if not $values.signIn.providers -}}
{{- $wrong = append $wrong "signIn.providers is empty, so nobody could sign in: set signIn.providers.google.clientId, or clientId and issuer of any OpenID Connect provider." -}}
{{- else if not $values.signIn.existingSecret -}}
{{- $literals := list -}}
{{- range $name, $provider := $values.signIn.providers -}}
{{- $literals = append $literals (printf "--from-literal=%s-client-secret=…" $name) -}}
{{- end -}}
{{- $wrong = append $wrong (printf "signIn.existingSecret is not set: keep the client secret in a Secret and name it with --set signIn.existingSecret=memoro-sign-in:\n    kubectl create secret generic memoro-sign-in --namespace %s %s" $namespace (join " " $literals)) -}}
{{- end -}}
{{- range $name, $provider := $values.signIn.providers -}}
{{- if and (ne $name "google") (not $provider.issuer) -}}
{{- $wrong = append $wrong (printf "signIn.providers.%s.issuer is not set: only google is known without one." $name) -}}
{{- end -}}
{{- end -}}
{{- if and $values.ingress.enabled $values.httpRoute.enabled -}}
{{- $wrong = append $wrong "ingress.enabled and httpRoute.enabled are both true: Memoro has one door, so switch one of them off." -}}
{{- end -}}
{{- if and $values.httpRoute.enabled (not $values.httpRoute.parentRefs) -}}
{{- $wrong = append $wrong "httpRoute.parentRefs is empty: name the Gateway that the route hangs on, such as [{name: public, namespace: gateways}]." -}}
{{- end -}}
{{- if and (hasPrefix "SASL" $values.kafka.securityProtocol) (not (and $values.kafka.saslMechanism $values.kafka.existingSecret)) -}}
{{- $wrong = append $wrong (printf "kafka.securityProtocol %s needs kafka.saslMechanism and kafka.existingSecret:\n    kubectl create secret generic memoro-kafka --namespace %s --from-literal=sasl.jaas.config='org.apache.kafka.common.security.scram.ScramLoginModule required username=\"…\" password=\"…\";'" $values.kafka.securityProtocol $namespace) -}}
{{- end -}}
{{- if and $values.kafka.existingSecret (not (hasPrefix "SASL" $values.kafka.securityProtocol)) -}}
{{- $wrong = append $wrong (printf "kafka.existingSecret is set, but kafka.securityProtocol is %s, which sends no credentials: set it to SASL_SSL, or leave the Secret out." $values.kafka.securityProtocol) -}}
{{- end -}}
{{- if and $values.kafka.caSecret.name (not (hasSuffix "SSL" $values.kafka.securityProtocol)) -}}
{{- $wrong = append $wrong (printf "kafka.caSecret.name is set, but kafka.securityProtocol is %s, which is not encrypted: set it to SSL or SASL_SSL, or leave the authority out." $values.kafka.securityProtocol) -}}
{{- end -}}
{{- if and $values.database.caSecret.name (not (hasPrefix "verify" $values.database.sslMode)) -}}
{{- $wrong = append $wrong (printf "database.caSecret.name is set, but database.sslMode %s does not check certificates: set it to verify-full, or leave the authority out." $values.database.sslMode) -}}
{{- end -}}
{{- if and $values.database.prepare.enabled (not $values.database.prepare.existingSecret) -}}
{{- $wrong = append $wrong (printf "database.prepare.enabled needs database.prepare.existingSecret with the name and password of a role that may create roles:\n    kubectl create secret generic memoro-database-admin --namespace %s --from-literal=username=… --from-literal=password=…" $namespace) -}}
{{- end -}}
{{- range $name, $own := include "memoro.wiring" . | fromYaml -}}
{{- $service := get $values.services $name -}}
{{- $scaling := $service.autoscaling -}}
{{- $most := include "memoro.maxReplicas" $service | int -}}
{{- if and (ne $scaling.mode "none") (gt (int $scaling.minReplicas) (int $scaling.maxReplicas)) -}}
{{- $wrong = append $wrong (printf "services.%s.autoscaling.minReplicas %d is more than maxReplicas %d: lower the one or raise the other." $name (int $scaling.minReplicas) (int $scaling.maxReplicas)) -}}
{{- end -}}
{{- if and (eq $scaling.mode "keda") (ne $name "embedding-worker") -}}
{{- $wrong = append $wrong (printf "services.%s.autoscaling.mode is keda, which follows the notes that wait for the embedding-worker: use hpa or none for every other service." $name) -}}
{{- end -}}
{{- if and (eq $name "embedding-worker") (gt $most (int $values.kafka.partitions)) -}}
{{- $wrong = append $wrong (printf "services.embedding-worker may have %d replicas, but interaction.events has %d partitions (kafka.partitions), and each partition is read by one replica: lower the replicas, or raise the partitions of the topic and here." $most (int $values.kafka.partitions)) -}}
{{- end -}}
{{- if and (eq $scaling.mode "keda") (eq $name "embedding-worker") (hasPrefix "SASL" $values.kafka.securityProtocol) (not $scaling.kafkaSecret) -}}
{{- $wrong = append $wrong (printf "services.embedding-worker.autoscaling.kafkaSecret is not set, but Kafka asks KEDA who it is:\n    kubectl create secret generic memoro-keda --namespace %s --from-literal=username=… --from-literal=password=…" $namespace) -}}
{{- end -}}
{{- if and (eq $scaling.mode "keda") (eq $name "embedding-worker") (eq $values.kafka.securityProtocol "SSL") (not $values.kafka.caSecret.name) -}}
{{- $wrong = append $wrong "services.embedding-worker.autoscaling.mode keda over SSL needs kafka.caSecret.name: KEDA must know whom to believe." -}}
{{- end -}}
{{- if and (eq $name "gateway") (gt $most 1) (not $values.gateway.signingKeys.existingSecret) -}}
{{- $wrong = append $wrong (printf "services.gateway may have %d replicas, but without gateway.signingKeys.existingSecret each would sign with keys of its own and refuse the others' tokens: make keys.json as docs/kubernetes.md says, then\n    kubectl create secret generic memoro-signing --namespace %s --from-file=keys.json" $most $namespace) -}}
{{- end -}}
{{- end -}}
{{- $connections := include "memoro.connections" . | int -}}
{{- if gt $connections (int $values.database.connectionLimit) -}}
{{- $wrong = append $wrong (printf "PostgreSQL could be asked for %d connections (%s), but database.connectionLimit is %d: lower database.pool, services.<name>.databasePool or the most replicas, or raise max_connections of the server and connectionLimit." $connections (include "memoro.connectionSum" .) (int $values.database.connectionLimit)) -}}
{{- end -}}
{{- if $wrong -}}
{{- fail (printf "\n\nMemoro cannot run with these values:\n\n- %s\n" (join "\n- " $wrong)) -}}
{{- end -}}
{{- end -}}

{{/* The most connections at a time: the pools of the most replicas and of one more that takes over, and what listens. */}}
{{- define "memoro.connections" -}}
{{- $sum := 0 -}}
{{- $root := . -}}
{{- range $name, $own := include "memoro.wiring" . | fromYaml -}}
{{- if $own.schema -}}
{{- $pods := add 1 (include "memoro.maxReplicas" (get $root.Values.services $name) | int) -}}
{{- $each := include "memoro.pool" (dict "root" $root "component" $name) | int -}}
{{- if eq $name "interaction-service" -}}{{- $each = add $each 1 -}}{{- end -}}
{{- $sum = add $sum (mul $pods $each) -}}
{{- end -}}
{{- end -}}
{{- $sum -}}
{{- end -}}

{{- define "memoro.connectionSum" -}}
{{- $parts := list -}}
{{- $root := . -}}
{{- range $name, $own := include "memoro.wiring" . | fromYaml -}}
{{- if $own.schema -}}
{{- $pods := add 1 (include "memoro.maxReplicas" (get $root.Values.services $name) | int) -}}
{{- $parts = append $parts (printf "%s %d × %s%s" $name $pods (include "memoro.pool" (dict "root" $root "component" $name)) (eq $name "interaction-service" | ternary "+1" "")) -}}
{{- end -}}
{{- end -}}
{{- join ", " $parts -}}
{{- end -}}
